import { applySuggestion, type SelectorError } from '@/domain/selector/selector-error';
import { ListState } from './list-state';

interface QueryRefusedProps {
  query: string;
  error: SelectorError;
  onQuery: (query: string) => void;
}

/** A query that is not understood lists nothing: an ignored term would show rows that nobody asked for. */
export function QueryRefused({ query, error, onQuery }: QueryRefusedProps) {
  const { message, position, length, suggestion } = error;
  const wrong = query.slice(position, position + Math.max(length, 1));
  return (
    <ListState
      title="This query is not understood"
      says={
        <>
          {wrong !== '' && <><code className="run-bad">{wrong}</code>: </>}
          {message}. Nothing is listed until it is.
        </>
      }
    >
      <div className="list-state-acts">
        {suggestion !== undefined && (
          <button type="button" className="btn btn-primary" onClick={() => onQuery(applySuggestion(query, error))}>
            {suggestion === '' ? 'Remove it' : `Use ${suggestion}`}
          </button>
        )}
        <button type="button" className="btn" onClick={() => onQuery('')}>
          Clear the query
        </button>
      </div>
    </ListState>
  );
}
