import type { ReactNode } from 'react';
import { type FieldName, FIELDS } from '@/domain/fields';
import type { Resource } from '@/domain/resource';
import { FieldValue } from './field-value';

/** In the order in which people ask for them. Name, parent and children stand elsewhere on the page. */
const SHOWN = [
  'kind', 'display_name', 'status', 'group', 'environment', 'owner', 'location', 'platform', 'runtime', 'version', 'os', 'arch', 'ip', 'type', 'cluster', 'namespace',
  'first_seen', 'last_seen', 'created', 'updated', 'id',
] as const satisfies readonly FieldName[];

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
