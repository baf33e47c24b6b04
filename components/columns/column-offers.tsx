import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { columnLabel, type ColumnName, MAX_COLUMNS } from '@/domain/columns';
import { FIELD_NAMES } from '@/domain/fields';
import { fold } from '@/domain/fold';
import { useTRPC } from '../trpc';
import { exactNumber } from '../ui/exact-number';
import { Icon } from '../ui/icon';

/** More keys than these are searched for. */
const KEYS_SHOWN = 50;
const FRESH_MS = 30_000;
const ALWAYS: readonly ColumnName[] = [...FIELD_NAMES, 'tags'];

interface ColumnOffersProps {
  search: string;
  columns: readonly ColumnName[];
  onToggle: (column: ColumnName) => void;
}

/** All that can be a column: the fields, and the keys that the fleet's tags and labels have, with how many resources have them. */
export function ColumnOffers({ search, columns, onToggle }: ColumnOffersProps) {
  const trpc = useTRPC();
  const { data, isError, refetch } = useQuery(
    trpc.resources.facets.queryOptions(
      { q: '', facets: ['tag', 'label'], limit: KEYS_SHOWN, ...(search === '' ? {} : { search }) },
      { staleTime: FRESH_MS, placeholderData: keepPreviousData },
    ),
  );
  const wanted = fold(search);
  const fields = ALWAYS.filter((column) => fold(columnLabel(column)).includes(wanted) || column.includes(wanted)).map((column): Offer => ({ column, label: columnLabel(column) }));
  const keysOf = (space: 'tag' | 'label') => {
    const counts = data?.facets.find(({ field }) => field === space);
    // An address separates columns by commas.
    const offers = (counts?.values ?? []).filter(({ value }) => !value.includes(',')).map(({ value, count }): Offer => ({ column: `${space}:${value}`, label: value, count }));
    return { offers, more: counts?.more ?? 0 };
  };
  const shared = { columns, onToggle };
  const [tags, labels] = [keysOf('tag'), keysOf('label')];
  const foundNothing = data !== undefined && fields.length + tags.offers.length + labels.offers.length === 0;
  return (
    <>
      <OfferGroup {...shared} title="Fields" offers={fields} more={0} />
      <OfferGroup {...shared} title="Tags by key" offers={tags.offers} more={tags.more} />
      <OfferGroup {...shared} title="Labels by key" offers={labels.offers} more={labels.more} />
      {foundNothing && <p className="column-note">No field, tag key or label key contains this.</p>}
      {isError && (
        <p className="column-note" role="status">
          The keys of tags and labels could not be read.{' '}
          <button type="button" className="link" onClick={() => void refetch()}>
            Try again
          </button>
        </p>
      )}
    </>
  );
}

interface Offer {
  column: ColumnName;
  label: string;
  count?: number;
}

interface OfferGroupProps extends Pick<ColumnOffersProps, 'columns' | 'onToggle'> {
  title: string;
  offers: readonly Offer[];
  more: number;
}

function OfferGroup({ title, offers, more, columns, onToggle }: OfferGroupProps) {
  if (offers.length === 0) return null;
  return (
    <section role="group" aria-label={title}>
      <h3 className="column-heading">{title}</h3>
      <ul>
        {offers.map(({ column, label, count }) => {
          const isShown = columns.includes(column);
          return (
            <li key={column}>
              <label className="column-offer" title={column}>
                <input
                  type="checkbox"
                  checked={isShown}
                  disabled={column === 'name' || (!isShown && columns.length >= MAX_COLUMNS)}
                  aria-label={column.includes(':') ? column : label}
                  onChange={() => onToggle(column)}
                />
                <span className={isShown ? 'box box-on' : 'box'}>{isShown && <Icon name="check" />}</span>
                <span className={`truncate grow ${column.includes(':') ? 'font-mono' : ''}`}>{label}</span>
                {count !== undefined && <span className="column-count">{exactNumber(count)}</span>}
              </label>
            </li>
          );
        })}
      </ul>
      {more > 0 && <p className="column-note">{exactNumber(more)} more: search for them</p>}
    </section>
  );
}
