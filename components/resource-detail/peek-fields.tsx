import { type FieldName, FIELDS } from '@/domain/fields';
import type { Resource } from '@/domain/resource';
import { FieldValue } from './field-value';

/** What is worth a look, where it is known. Kind, status and parent stand above. */
const SHOWN = [
  'display_name', 'group', 'owner', 'environment', 'location', 'ip', 'os', 'arch', 'platform', 'runtime', 'version', 'type', 'cluster', 'namespace', 'first_seen', 'last_seen',
] as const satisfies readonly FieldName[];

/** The fields that it has, two beside one another. */
export function PeekFields({ resource, asOf }: { resource: Resource; asOf: number }) {
  const fields = SHOWN.map((field) => ({ field, value: resource[FIELDS[field].json] })).filter(({ value }) => value !== null && value !== '');
  return (
    <section className="sec" aria-label="Fields">
      <dl className="peek-fields">
        {fields.map(({ field, value }) => (
          <div key={field}>
            <dt>{FIELDS[field].label}</dt>
            <dd title={FIELDS[field].type === 'time' ? undefined : (value ?? undefined)}>
              <FieldValue field={field} value={value} shortFor={asOf} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
