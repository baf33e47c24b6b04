import Link from 'next/link';
import { compareByCodePoint } from '@/domain/fold';
import { Icon } from '../ui/icon';
import { sameKeyLink } from './query-links';

/** What telemetry says of itself: to be read and filtered by, never edited. */
export function LabelsSection({ labels }: { labels: Readonly<Record<string, string>> }) {
  const all = Object.entries(labels).sort(([a], [b]) => compareByCodePoint(a, b));
  return (
    <section className="sec" aria-labelledby="labels-heading">
      <div className="sec-head">
        <h2 id="labels-heading">
          <Icon name="lock" />
          Labels
        </h2>
        <span>set by telemetry, read only</span>
      </div>
      {all.length === 0 ? (
        <p className="text-ink-3">no labels</p>
      ) : (
        <ul className="labels">
          {all.map(([key, value]) => (
            <li key={key}>
              <span title={key}>{key}</span>
              <Link href={sameKeyLink('label', key, value)} prefetch={false} title={`${value}\nShow all with this label`} aria-label={`Show all with the label ${key}=${value}`}>
                {value === '' ? <span className="text-ink-3">no value</span> : <bdi>{value}</bdi>}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
