import { type KeyboardEvent, type PointerEvent, useLayoutEffect, useRef, useState } from 'react';
import { columnLabel, type ColumnName } from '@/domain/columns';
import { Icon } from '../ui/icon';
import type { ColumnSettings } from './column-settings';
import { moved } from './moved';
import { withoutColumn } from './without-column';

type Act = 'grip' | 'up' | 'down' | 'pin' | 'remove';

/** The columns that are shown: dragged by their grip, or moved with the arrow keys on it or the buttons. */
export function ColumnOrder({ columns, pinned, onColumns }: Pick<ColumnSettings, 'columns' | 'pinned' | 'onColumns'>) {
  const list = useRef<HTMLOListElement>(null);
  const [dragged, setDragged] = useState<{ column: ColumnName; order: readonly ColumnName[] }>();
  const [said, setSaid] = useState('');
  const refocus = useRef<{ column: ColumnName; act: Act }>(undefined);
  const order = dragged?.order ?? columns;

  // A row that moved in the document lost the focus, one that was removed gives it to its neighbour.
  useLayoutEffect(() => {
    const wanted = refocus.current;
    if (wanted === undefined) return;
    refocus.current = undefined;
    [...(list.current?.querySelectorAll('button') ?? [])].find(({ dataset }) => dataset.of === wanted.column && dataset.act === wanted.act)?.focus();
  });

  const move = (column: ColumnName, to: number, act: Act) => {
    const from = columns.indexOf(column);
    if (to < 0 || to >= columns.length || to === from) return;
    refocus.current = { column, act };
    setSaid(`${columnLabel(column)} is column ${to + 1} of ${columns.length}`);
    onColumns({ columns: moved(columns, from, to) });
  };

  const remove = (column: ColumnName) => {
    const place = columns.indexOf(column);
    const neighbour = columns[place + 1] ?? columns[place - 1];
    if (neighbour !== undefined) refocus.current = { column: neighbour, act: 'grip' };
    setSaid(`${columnLabel(column)} is no column any more`);
    onColumns(withoutColumn({ columns, pinned }, column));
  };

  const onKeyDown = (event: KeyboardEvent, column: ColumnName) => {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    if (step === 0) return;
    event.preventDefault();
    move(column, columns.indexOf(column) + step, 'grip');
  };

  const onPointerDown = (event: PointerEvent<HTMLOListElement>) => {
    const grip = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-act=grip]') : null;
    const column = columns.find((each) => each === grip?.dataset.of);
    if (event.button !== 0 || column === undefined) return;
    // The list has the pointer: the rows change places under it.
    event.currentTarget.setPointerCapture(event.pointerId);
    setDragged({ column, order: columns });
  };
  const onPointerMove = ({ clientY, currentTarget }: PointerEvent<HTMLOListElement>) => {
    if (dragged === undefined) return;
    const { top, height } = currentTarget.getBoundingClientRect();
    const to = Math.max(0, Math.min(order.length - 1, Math.floor(((clientY - top) / height) * order.length)));
    if (order[to] !== dragged.column) setDragged({ column: dragged.column, order: moved(order, order.indexOf(dragged.column), to) });
  };
  const onPointerUp = () => {
    if (dragged === undefined) return;
    setDragged(undefined);
    move(dragged.column, dragged.order.indexOf(dragged.column), 'grip');
  };

  return (
    <section aria-label="Shown columns">
      <h3 className="chooser-heading">Shown, in this order</h3>
      <ol ref={list} className="column-order" onPointerDown={onPointerDown} onPointerMove={onPointerMove} onPointerUp={onPointerUp} onPointerCancel={() => setDragged(undefined)}>
        {order.map((column, place) => {
          const label = columnLabel(column);
          return (
            <li key={column} className="chooser-row" data-dragged={dragged?.column === column ? '' : undefined}>
              <button type="button" className="column-grip" data-of={column} data-act="grip" aria-label={`Move ${label}`} title="Drag, or use the arrow keys" onKeyDown={(event) => onKeyDown(event, column)}>
                <Icon name="grip" />
              </button>
              <span className={`truncate grow ${label.includes(':') ? 'font-mono' : ''}`}>{label}</span>
              <button type="button" className="icon-btn icon-btn-small" data-of={column} data-act="up" aria-label={`Move ${label} up`} aria-disabled={place === 0} onClick={() => move(column, place - 1, 'up')}>
                <Icon name="arrow-up" />
              </button>
              <button type="button" className="icon-btn icon-btn-small" data-of={column} data-act="down" aria-label={`Move ${label} down`} aria-disabled={place === order.length - 1} onClick={() => move(column, place + 1, 'down')}>
                <Icon name="arrow-up" className="rotate-180" />
              </button>
              <button
                type="button"
                className="icon-btn icon-btn-small column-pin"
                aria-pressed={place < pinned}
                aria-label={`Keep the columns up to ${label} at the left`}
                title="Stays at the left, with those before it"
                onClick={() => onColumns({ pinned: place + 1 === pinned ? place : place + 1 })}
              >
                <Icon name="pin" />
              </button>
              {column === 'name' ? (
                <span className="icon-btn-small" />
              ) : (
                <button type="button" className="icon-btn icon-btn-small" data-of={column} data-act="remove" aria-label={`Remove ${label}`} onClick={() => remove(column)}>
                  <Icon name="x" />
                </button>
              )}
            </li>
          );
        })}
      </ol>
      <p className="sr-only" role="status">
        {said}
      </p>
    </section>
  );
}
