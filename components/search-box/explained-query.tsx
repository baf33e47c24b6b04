'use client';

import Link from 'next/link';
import { explainSelector } from '@/domain/selector/explain-selector';
import { readQuery } from './read-query';

/** The query in plain English, and the way to the page on the language. */
export function ExplainedQuery({ id, text }: { id: string; text: string }) {
  const { selector, error } = readQuery(text);
  return (
    <section className="search-pop search-note" id={id} aria-label="The query in plain English">
      <p role="status">{selector ? `${explainSelector(selector)}.` : `This query is not understood yet: ${error.message}.`}</p>
      <div className="search-note-acts">
        <Link href="/help/selector" className="link">
          The query language
        </Link>
      </div>
    </section>
  );
}
