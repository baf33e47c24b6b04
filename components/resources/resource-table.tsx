'use client';

import './resource-table.css';
import { useRouter } from 'next/navigation';
import { type FocusEvent, type KeyboardEvent, type MouseEvent, useCallback, useMemo, useRef, useState } from 'react';
import type { Density } from '@/domain/density';
import type { ResourceRow } from '@/domain/resource';
import type { Sort } from '@/domain/sort';
import { DENSITY_ROW_PX } from '../columns/density';
import { DataTable, type FocusCell, type TablePlace } from '../data-table/data-table';
import type { CellsMarked, RowSource } from '../data-table/row-source';
import { isKey, isTyping } from '../ui/keys';
import { useColumnWidths } from './column-widths';
import { groupHeading } from './group-heading';
import { ListCells } from './list-cells';
import { peekEvents } from './peek-events';
import { ReadAtProvider } from './read-at';
import { resourceColumns } from './resource-columns';
import type { RowGroup } from './row-groups';
import { selectingEvents } from './selecting-events';
import { columnsSorted, sortAfterClick } from './sorted-columns';
import { TableFoot, type TableFootProps } from './table-foot';
import { TagsWidthProvider, useMeasuredTagsWidth } from './tags-width';
import type { GroupedRows, GroupHead } from './use-grouped-rows';
import { useLiveRows } from './use-live-rows';
import type { Peeking } from './use-peek';
import { useReadInPlace } from './use-read-in-place';
import type { RowSelecting } from './use-selection';
import type { ShownColumns } from './use-shown-columns';

/** At phone width: a row of two lines, or one of a thumb's height in the columns that somebody chose. */
const CARD_PX = 68;
const THUMB_PX = 44;

/** How the rows are drawn. */
export interface ListLayout {
  shown: ShownColumns;
  pinned: number;
  density: Density;
}

export interface ResourceTableProps extends Omit<TableFootProps, 'range' | 'total' | 'groups' | 'live'> {
  source: RowSource<ResourceRow>;
  readRows: GroupedRows['readRows'];
  groups?: GroupedRows['groups'];
  mark?: string | undefined;
  rankOf?: GroupedRows['rankOf'];
  /** Asks for the rows of one group alone. */
  onOnly: (group: RowGroup) => void;
  layout: ListLayout;
  sort: Sort;
  onSort: (sort: string) => void;
  outdated: boolean;
  selecting: RowSelecting;
  peek: Peeking;
}

/** Who comes back from a resource finds the list where they left it. */
const lastPlaces = new Map<string, TablePlace>();

const idOf = (row: ResourceRow) => row.id;
const nameOf = (row: ResourceRow) => row.name;

function idsInSight({ rowAt }: RowSource<ResourceRow>, { start, end } = { start: 0, end: 0 }): string[] {
  return Array.from({ length: end - start }, (_, step) => rowAt(start + step)?.id).filter((id) => id !== undefined);
}

const headingOf = (head: GroupHead | undefined, onOnly: (group: RowGroup) => void) => head && groupHeading(head, onOnly);

/** The inventory's rows, with what is seen of them below. */
export function ResourceTable({ source: rows, readRows, groups, mark, rankOf, onOnly, layout: { shown, pinned, density }, sort, onSort, outdated, selecting, peek, ...foot }: ResourceTableProps) {
  const router = useRouter();
  const source = groups === undefined ? rows : { ...rows, headingAt: (line: number) => headingOf(groups.headAt(line), onOnly) };
  const frame = useRef<HTMLDivElement>(null);
  const focusCell = useRef<FocusCell>(null);
  const [cellsMarked, setCellsMarked] = useState<CellsMarked>();
  const [place, setPlace] = useState<TablePlace>();
  const [firstPlace] = useState(() => lastPlaces.get(source.listKey));
  const { columns: names, leaves, chosen } = shown;
  const columns = useMemo(() => resourceColumns(names, leaves), [names, leaves]);
  const [widths, keepWidth] = useColumnWidths();
  const inSight = idsInSight(source, place);
  const tagsWidth = useMeasuredTagsWidth(frame, columns, inSight.length > 0);
  const live = useLiveRows(outdated ? [] : inSight, foot.asOf, mark);
  const walked = useRef<string>(undefined);
  const { readInPlace, move } = useReadInPlace({
    source,
    place,
    asOf: foot.asOf,
    isWalked: () => walked.current === source.listKey,
    rankOf: groups === undefined ? rankOf : undefined,
    readAgain: foot.onReadAgain,
  });

  const { listKey } = source;
  const isPeeking = peek.id !== undefined;
  const { follow } = peek;
  const onPlace = useCallback(
    (next: TablePlace) => {
      setPlace(next);
      const before = lastPlaces.get(listKey);
      lastPlaces.set(listKey, next);
      if (isPeeking && before !== undefined && before.active !== next.active) follow(next.active);
    },
    [listKey, isPeeking, follow],
  );

  const onFocus = ({ target }: FocusEvent) => {
    if (target.closest('[data-rank]')) walked.current = listKey;
  };
  // A function in a state is called to make the next one.
  const keepMarked = useCallback((marked: CellsMarked) => setCellsMarked(() => marked), []);
  const select = selectingEvents(selecting, source.count - 1);
  const look = peekEvents(peek);
  // What is open over the list closes first, before a cell or the selection hears of it.
  const onKeyDownCapture = (event: KeyboardEvent) => {
    if (!isPeeking || isTyping(event.target) || !isKey(event, 'close')) return;
    event.preventDefault();
    event.stopPropagation();
    peek.close();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // The panel has its own place for tags.
    if (isPeeking && isKey(event, 'editTags')) return;
    select.onKeyDown(event);
    look.onKeyDown(event);
    const row = event.target instanceof HTMLElement && event.target.matches('[data-rank], [role=gridcell]') ? event.target.closest('[data-rank]') : null;
    if (!row || !isKey(event, 'editTags')) return;
    event.preventDefault();
    row.querySelector<HTMLElement>('[data-column=tags] button')?.click();
  };
  const onClick = (event: MouseEvent) => {
    select.onClick(event);
    look.onClick(event);
  };

  return (
    <ReadAtProvider value={foot.asOf === undefined ? 0 : Date.parse(foot.asOf)}>
      <TagsWidthProvider value={tagsWidth}>
        <div
          ref={frame}
          className={`table-frame ${selecting.count > 0 ? 'is-selecting' : ''} ${isPeeking && peek.rank === place?.active ? 'is-peeking' : ''}`}
          onFocus={onFocus}
          onKeyDownCapture={onKeyDownCapture}
          onKeyDown={onKeyDown}
          onMouseDown={select.onMouseDown}
          onClick={onClick}
        >
          <DataTable
            label="Resources"
            className="resource-table"
            columns={columns}
            pinned={pinned}
            widths={widths}
            onWidth={keepWidth}
            cards={!chosen}
            source={source}
            rowId={idOf}
            rowHeights={{ wide: DENSITY_ROW_PX[density], narrow: chosen ? THUMB_PX : CARD_PX }}
            sort={columnsSorted(sort)}
            onSort={(id, additive) => onSort(sortAfterClick(sort, id, additive))}
            onOpen={(row) => router.push(`/resources/${row.id}`)}
            firstPlace={firstPlace}
            move={move}
            onPlace={onPlace}
            handle={peek.table}
            outdated={outdated}
            selection={{ isSelected: (row) => selecting.isSelected(row.id), labelOf: nameOf, page: selecting.page, onTogglePage: selecting.togglePage }}
            cellsMarked={cellsMarked}
            focusCell={focusCell}
          />
        </div>
        <ListCells frame={frame} source={source} readRows={readRows} columns={names} focusCell={focusCell} rowsSelected={selecting.count > 0} onMarked={keepMarked} />
        <TableFoot {...foot} live={live} onReadAgain={readInPlace} range={place} total={source.total} groups={groups?.count} />
      </TagsWidthProvider>
    </ReadAtProvider>
  );
}
