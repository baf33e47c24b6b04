import './selector-help.css';
import Link from 'next/link';
import { FIELD_ALIASES } from '@/domain/fields';
import { SELECTOR_EXAMPLES } from '@/domain/selector/examples';
import { explainSelector } from '@/domain/selector/explain-selector';
import { FOREIGN_EXAMPLES } from '@/domain/selector/foreign-examples';
import { LIMITS } from '@/domain/selector/limits';
import { parseSelector } from '@/domain/selector/parse-selector';
import { describeTerm, FLAGS, PRESENCES, TERM_NAMES, type TermName, type TermType } from '@/domain/selector/terms';
import { exactNumber } from '../ui/exact-number';

const TAKES: Record<TermType, string> = {
  text: 'text, * for any', enum: 'a word of its list', version: 'a version, compared by < and >, or text', time: 'an age or a date', network: 'an address or a network',
  number: 'a number', uuid: 'an id', flag: 'a condition', presence: 'a field', view: 'the slug of a saved view',
};

/** The whole query language on one page, made of the tables that the parser reads. */
export function SelectorHelp() {
  return (
    <article className="help">
      <h1>The query language</h1>
      <p className="help-lead">
        One line picks resources everywhere: in the search box, the HTTP API, the command line and every export. What is not understood is an error at its
        place, with what to write instead; nothing is ever ignored.
      </p>
      {SELECTOR_EXAMPLES.map(({ title, note, queries }) => (
        <section key={title} aria-label={title}>
          <h2>{title}</h2>
          <p>{note}</p>
          <dl className="help-examples">
            {queries.map((query) => (
              <div key={query}>
                <dt>
                  <Example query={query} />
                </dt>
                <dd>{explainSelector(parseSelector(query))}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <section aria-label="Of other languages">
        <h2>Of other languages</h2>
        <p>
          Whoever writes as for kubectl, Prometheus, GitHub, Datadog, Lucene or SQL is told how it is written here. There is no <code>&amp;&amp;</code>, no <code>||</code> and no{' '}
          <code>[a,b]</code>: they are refused with what to write instead, and quoted they are text.
        </p>
        <dl className="help-examples">
          {FOREIGN_EXAMPLES.map(({ guess, query }) => (
            <div key={guess}>
              <dt>
                <code className="help-guess">{guess}</code>
              </dt>
              <dd>
                <Example query={query} />
              </dd>
            </div>
          ))}
        </dl>
      </section>
      <section aria-label="All fields">
        <h2>All fields</h2>
        <table className="help-fields">
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">What it is</th>
              <th scope="col">Takes</th>
              <th scope="col">Example</th>
            </tr>
          </thead>
          <tbody>
            {TERM_NAMES.map((name) => (
              <TermRow key={name} name={name} />
            ))}
          </tbody>
        </table>
      </section>
      <section aria-label="Conditions of is:">
        <h2>
          Conditions of <code>is:</code>
        </h2>
        <dl className="help-examples">
          {Object.entries(FLAGS).map(([flag, summary]) => (
            <div key={flag}>
              <dt>
                <Example query={`is:${flag}`} />
              </dt>
              <dd>{summary}</dd>
            </div>
          ))}
        </dl>
        <p>
          <code>has:</code> and <code>no:</code> take <code>{PRESENCES.join(' ')}</code>.
        </p>
      </section>
      <section aria-label="Limits">
        <h2>Limits</h2>
        <p>
          {exactNumber(LIMITS.characters)} characters, {LIMITS.terms} terms, {LIMITS.setMembers} members of a set, parentheses and negations {LIMITS.depth} deep, relatives{' '}
          {LIMITS.relationDepth} deep.
        </p>
      </section>
    </article>
  );
}

const Example = ({ query }: { query: string }) => (
  <Link href={`/resources?q=${encodeURIComponent(query)}`} prefetch={false} className="help-query">
    {query}
  </Link>
);

function TermRow({ name }: { name: TermName }) {
  const { type, summary, example } = describeTerm(name);
  const short = Object.entries(FIELD_ALIASES).find(([, field]) => field === name)?.[0];
  return (
    <tr>
      <th scope="row">
        <code>{name}</code>
        {short !== undefined && (
          <>
            {' '}
            or <code>{short}</code>
          </>
        )}
      </th>
      <td>{summary}</td>
      <td>{TAKES[type]}</td>
      <td>
        <Example query={example} />
      </td>
    </tr>
  );
}
