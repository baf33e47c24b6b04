import Link from 'next/link';
import type { ReactNode } from 'react';
import { type FieldName, FIELDS, isFacetField } from '@/domain/fields';
import type { Resource } from '@/domain/resource';
import { exactTime } from '../resource-signs/spans-of-time';
import { sameFieldLink } from './query-links';

/** In the order in which people ask for them. Name, parent and children stand elsewhere on the page. */
const SHOWN = [
  'kind', 'display_name', 'status', 'group', 'environment', 'owner', 'location', 'platform', 'runtime', 'version', 'os', 'arch', 'ip', 'type', 'cluster', 'namespace',
  'first_seen', 'last_seen', 'created', 'updated', 'id',
] as const satisfies readonly FieldName[];

type Shown = (typeof SHOWN)[number];

export function FieldsSection({ resource }: { resource: Resource }) {
  return (
    <section className="sec" aria-labelledby="fields-heading">
      <div className="sec-head">
        <h2 id="fields-heading">Fields</h2>
        <a href={`/api/v1/resources/${resource.id}`} target="_blank" rel="noreferrer" className="link">
          Raw JSON
        </a>
      </div>
      <dl className="fields">
        {SHOWN.map((field) => (
          <Field key={field} label={FIELDS[field].label}>
            <FieldValue field={field} value={resource[FIELDS[field].json]} />
          </Field>
        ))}
        <Field label="Revision">{resource.revision}</Field>
      </dl>
    </section>
  );
}

function Field({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  );
}

function FieldValue({ field, value }: { field: Shown; value: string | null }) {
  if (value === null || value === '') return <span className="text-ink-3">none</span>;
  if (FIELDS[field].type === 'time') return <time dateTime={value}>{exactTime(value)}</time>;
  if (!isFacetField(field)) return <bdi className={field === 'id' ? 'font-mono text-2xs' : ''}>{value}</bdi>;
  return (
    <Link href={sameFieldLink(field, value)} prefetch={false} title="Show all with this value">
      <bdi>{value}</bdi>
    </Link>
  );
}
