import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { columnLabel, type ColumnName } from '@/domain/columns';
import { fold } from '@/domain/fold';
import { useTRPC } from '../trpc';
import { exactNumber } from '../ui/exact-number';
import { Icon } from '../ui/icon';

/** More keys than these are searched for. */
const KEYS_SHOWN = 50;
const FRESH_MS = 30_000;

interface FieldOffersProps {
  search: string;
  fields: readonly ColumnName[];
  chosen: readonly ColumnName[];
  /** Stays as it is, chosen or not. */
  isFixed: (column: ColumnName) => boolean;
  onToggle: (column: ColumnName) => void;
}

/** What can be chosen: these fields, and the keys that the fleet's tags and labels have, with how many resources have them. */
export function FieldOffers({ search, fields, ...choice }: FieldOffersProps) {
  const trpc = useTRPC();
  const { data, isError, refetch } = useQuery(
    trpc.resources.facets.queryOptions(
      { q: '', facets: ['tag', 'label'], limit: KEYS_SHOWN, ...(search === '' ? {} : { search }) },
      { staleTime: FRESH_MS, placeholderData: keepPreviousData },
    ),
  );
  const wanted = fold(search);
  const found = fields.filter((column) => fold(columnLabel(column)).includes(wanted) || column.includes(wanted)).map((column): Offer => ({ column, label: columnLabel(column) }));
  const keysOf = (space: 'tag' | 'label') => {
    const counts = data?.facets.find(({ field }) => field === space);
    // An address separates columns by commas.
    const offers = (counts?.values ?? []).filter(({ value }) => !value.includes(',')).map(({ value, count }): Offer => ({ column: `${space}:${value}`, label: value, count }));
    return { offers, more: counts?.more ?? 0 };
  };
  const [tags, labels] = [keysOf('tag'), keysOf('label')];
  const foundNothing = data !== undefined && found.length + tags.offers.length + labels.offers.length === 0;
  return (
    <>
      <OfferGroup {...choice} title="Fields" offers={found} more={0} />
      <OfferGroup {...choice} title="Tags by key" offers={tags.offers} more={tags.more} />
      <OfferGroup {...choice} title="Labels by key" offers={labels.offers} more={labels.more} />
      {foundNothing && <p className="chooser-note">No field, tag key or label key contains this.</p>}
      {isError && (
        <p className="chooser-note" role="status">
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

interface OfferGroupProps extends Omit<FieldOffersProps, 'search' | 'fields'> {
  title: string;
  offers: readonly Offer[];
  more: number;
}

function OfferGroup({ title, offers, more, chosen, isFixed, onToggle }: OfferGroupProps) {
  if (offers.length === 0) return null;
  return (
    <section role="group" aria-label={title}>
      <h3 className="chooser-heading">{title}</h3>
      <ul>
        {offers.map(({ column, label, count }) => {
          const isChosen = chosen.includes(column);
          return (
            <li key={column}>
              <label className="chooser-offer" title={column}>
                <input
                  type="checkbox"
                  checked={isChosen}
                  disabled={isFixed(column)}
                  aria-label={column.includes(':') ? column : label}
                  onChange={() => onToggle(column)}
                />
                <span className={isChosen ? 'box box-on' : 'box'}>{isChosen && <Icon name="check" />}</span>
                <span className={`truncate grow ${column.includes(':') ? 'font-mono' : ''}`}>{label}</span>
                {count !== undefined && <span className="chooser-count">{exactNumber(count)}</span>}
              </label>
            </li>
          );
        })}
      </ul>
      {more > 0 && <p className="chooser-note">{exactNumber(more)} more: search for them</p>}
    </section>
  );
}
