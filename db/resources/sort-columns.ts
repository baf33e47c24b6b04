import { type RawBuilder, sql } from 'kysely';
import { FIELDS } from '@/domain/fields';
import { fold } from '@/domain/fold';
import type { Sort, SortKey } from '@/domain/sort';
import { FIELD_COLUMNS } from '../field-columns';
import type { OrderPart } from '../keyset';

/** How one sort key orders `resources as r`: by parts that are never null, so that missing values come last either way. */
export interface SortColumn {
  /** What a cursor keeps of a row. */
  value: RawBuilder<string | null>;
  parts: OrderPart[];
  /** The same parts of a row whose value is this. */
  position: (value: string | null) => RawBuilder<unknown>[];
  /** Where the value is found, when that is not the row itself. */
  join?: RawBuilder<unknown>;
}

export const sortColumns = (sort: Sort): SortColumn[] => sort.map(sortColumn);

function sortColumn({ by, descending }: SortKey, place: number): SortColumn {
  if (by.type !== 'field') {
    const alias = `sort${place}`;
    const table = by.type === 'tag' ? 'resource_tags' : 'resource_labels';
    // uses the primary key (resource_id, key)
    const join = sql`LEFT JOIN ${sql.table(table)} AS ${sql.id(alias)} ON ${sql.ref(`${alias}.resource_id`)} = r.id AND ${sql.ref(`${alias}.key`)} = ${by.key}`;
    return { ...textColumn(sql.ref(`${alias}.value`), sql.ref(`${alias}.value_fold`), true, descending), join };
  }
  const { stored, fold: folded } = FIELD_COLUMNS[by.field];
  const { type, nullable } = FIELDS[by.field];
  const raw = sql.ref<string | null>(`r.${stored}`);
  if (type === 'time' || type === 'uuid') {
    const cast = sql.raw(type === 'time' ? 'timestamptz' : 'uuid');
    return { value: raw, parts: [{ expression: raw, descending }], position: (value) => [sql`${value}::${cast}`] };
  }
  return textColumn(raw, folded === null ? raw : sql.ref(`r.${folded}`), nullable, descending);
}

/** By folded text, then as it is spelled. */
function textColumn(raw: RawBuilder<string | null>, folded: RawBuilder<unknown>, nullable: boolean, descending: boolean): SortColumn {
  const texts = raw === folded ? [raw] : [folded, raw];
  const foldOf = (value: string | null) => (raw === folded ? [] : [fold(value ?? '')]);
  const textsAt = (value: string | null) => [...foldOf(value), value ?? ''].map((text) => sql`${text}::text`);
  const parts = texts.map((text) => ({ expression: nullable ? sql`coalesce(${text}, '')` : text, descending }));
  if (!nullable) return { value: raw, parts, position: textsAt };
  return {
    value: raw,
    parts: [{ expression: sql`${raw} IS NULL`, descending: false }, ...parts],
    position: (value) => [sql`${value === null}::boolean`, ...textsAt(value)],
  };
}
