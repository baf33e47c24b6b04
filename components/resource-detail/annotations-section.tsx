import { compareByCodePoint } from '@/domain/fold';

export function AnnotationsSection({ annotations }: { annotations: Readonly<Record<string, string>> }) {
  const all = Object.entries(annotations).sort(([a], [b]) => compareByCodePoint(a, b));
  if (all.length === 0) return null;
  return (
    <section className="sec" aria-labelledby="annotations-heading">
      <div className="sec-head">
        <h2 id="annotations-heading">Annotations</h2>
      </div>
      <dl className="annotations">
        {all.map(([key, value]) => (
          <div key={key}>
            <dt>{key}</dt>
            <dd><bdi>{value}</bdi></dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
