'use client';

import type { TimeCounts } from '@/domain/time-counts';
import { exactNumber } from '../ui/exact-number';
import { BrushHandle } from './brush-handle';
import { bucketSpan, bucketTime } from './bucket-words';
import { type Brush, useBrush } from './use-brush';

interface TimePictureProps {
  /** `Last seen` */
  label: string;
  counts: TimeCounts;
  /** The query limits this time already. */
  limited: boolean;
  onRange: (fromMs: number, beforeMs: number) => void;
  onAll: () => void;
}

/** How many resources have their time in each span. A part of it that is marked becomes a term of the query, and is drawn in finer spans. */
export function TimePicture({ label, counts: { startMs, widthMs, counts, total }, limited, onRange, onAll }: TimePictureProps) {
  const edge = (bucket: number) => startMs + bucket * widthMs;
  const countOf = ({ first: from, last: to }: Brush) => counts.slice(from, to + 1).reduce((sum, count) => sum + count, 0);
  // A part without any resource is a slip of the hand, not a question.
  const apply = (marked: Brush) => countOf(marked) > 0 && onRange(edge(marked.first), edge(marked.last + 1));
  const { brush, hovered, setBrush, plot } = useBrush({ count: counts.length, onBrushed: apply });
  const { first, last } = brush ?? { first: 0, last: Math.max(0, counts.length - 1) };
  const most = Math.max(1, ...counts);
  const told = brush ?? (hovered === undefined ? undefined : { first: hovered, last: hovered });
  const move = (next: Brush) => setBrush(next);
  const axis = counts.length === 0 ? [] : [0, counts.length / 2, counts.length].map((bucket) => Math.round(edge(bucket)));

  return (
    <div className="time-picture">
      <p className="picture-told">
        <span aria-hidden={brush === undefined}>
          {told ? (
            <>
              {bucketSpan(edge(told.first), edge(told.last + 1), widthMs)}: <b>{exactNumber(countOf(told))}</b>
            </>
          ) : (
            counts.length > 0 && `${bucketSpan(edge(0), edge(counts.length), widthMs)}: ${exactNumber(total)}`
          )}
        </span>
        {brush && countOf(brush) > 0 && (
          <button type="button" className="link" onClick={() => apply(brush)}>
            Show only these {exactNumber(countOf(brush))}
          </button>
        )}
        {!brush && limited && (
          <button type="button" className="link" onClick={onAll}>
            Any time
          </button>
        )}
      </p>
      <div className="time-plot">
        <div className="time-bars" aria-hidden {...plot}>
          {counts.map((count, bucket) => (
            <i key={bucket} data-marked={brush && bucket >= first && bucket <= last ? '' : undefined}>
              {count > 0 && <b style={{ height: `max(2px, ${(count / most) * 100}%)` }} />}
            </i>
          ))}
        </div>
        {counts.length > 1 && (
          <>
            <BrushHandle label={`${label} from`} side="first" at={first} min={0} max={last} count={counts.length} text={bucketTime(edge(first), widthMs)} onMove={(at) => move({ first: at, last })} onApply={() => apply({ first, last })} onReset={() => setBrush(undefined)} />
            <BrushHandle label={`${label} until`} side="last" at={last} min={first} max={counts.length - 1} count={counts.length} text={bucketTime(edge(last + 1), widthMs)} onMove={(at) => move({ first, last: at })} onApply={() => apply({ first, last })} onReset={() => setBrush(undefined)} />
          </>
        )}
      </div>
      <p className="time-axis" aria-hidden>
        {axis.map((ms, place) => (
          <span key={place}>{bucketTime(ms, widthMs, place === 0 ? undefined : axis[0])}</span>
        ))}
      </p>
      <table className="sr-only">
        <caption>{label}, in UTC</caption>
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">Resources</th>
          </tr>
        </thead>
        <tbody>
          {counts.map(
            (count, bucket) =>
              count > 0 && (
                <tr key={bucket}>
                  <th scope="row">{bucketSpan(edge(bucket), edge(bucket + 1), widthMs)}</th>
                  <td>{exactNumber(count)}</td>
                </tr>
              ),
          )}
        </tbody>
      </table>
    </div>
  );
}
