import Link from 'next/link';
import { type FieldName, FIELDS, isFacetField } from '@/domain/fields';
import { exactTime, shortTime } from '../resource-signs/spans-of-time';
import { sameFieldLink } from './query-links';

interface FieldValueProps {
  field: FieldName;
  value: string | null;
  /** Where there is not room for a whole time: the moment that it is as short as possible for. */
  shortFor?: number;
}

/** What a field says; a click shows all that say the same. */
export function FieldValue({ field, value, shortFor }: FieldValueProps) {
  if (value === null || value === '') return <span className="text-ink-3">none</span>;
  if (FIELDS[field].type === 'time') {
    const exact = exactTime(value);
    return shortFor === undefined ? <time dateTime={value}>{exact}</time> : <time dateTime={value} title={exact}>{shortTime(value, shortFor)}</time>;
  }
  if (!isFacetField(field)) return <bdi className={field === 'id' ? 'font-mono text-2xs' : ''}>{value}</bdi>;
  return (
    <Link href={sameFieldLink(field, value)} prefetch={false} title="Show all with this value">
      <bdi>{value}</bdi>
    </Link>
  );
}
