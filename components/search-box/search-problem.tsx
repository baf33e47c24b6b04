import type { CSSProperties } from 'react';
import type { ErrorPlace } from '@/domain/selector/selector-error';

/** What is wrong with the query, where it stands, and what to write instead. */
export function SearchProblem({ error, onUse }: { error: ErrorPlace & { message: string }; onUse: () => void }) {
  const place: CSSProperties & { '--at': number } = { '--at': error.position };
  return (
    <p style={place}>
      <span>{sentence(error.message)}</span>
      {error.suggestion !== undefined && (
        <button type="button" className="btn" onClick={onUse}>
          {error.suggestion === '' ? 'Remove it' : <>Use <code>{error.suggestion}</code></>}
        </button>
      )}
    </p>
  );
}

const sentence = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.?]$/.test(text) ? '' : '.'}`;
