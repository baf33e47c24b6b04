'use client';

import './resource-explorer.css';
import { useEffect, useRef, useState } from 'react';
import type { Density } from '@/domain/density';
import { type Grouping, readGrouping } from '@/domain/grouping';
import { facetState, toggleFacetValue } from '@/domain/selector/facet-terms';
import { printSelector } from '@/domain/selector/print-selector';
import { SelectorError } from '@/domain/selector/selector-error';
import type { Selector } from '@/domain/selector/tree';
import { useDensity } from '../columns/use-density';
import { readQuery } from '../search-box/read-query';
import type { Step } from '../search-box/step';
import type { ApiError } from '../trpc';
import { useCommands } from '../ui/commands';
import { exactNumber } from '../ui/exact-number';
import { Sheet } from '../ui/sheet';
import { useOpenedView } from '../views/use-opened-view';
import { ViewHead } from '../views/view-head';
import { BulkEdits } from './bulk-edits';
import { FacetPanel } from './facet-panel';
import { partsOfView, settingsOf } from './inventory-address';
import { ListTools } from './list-tools';
import { PeekableList } from './peekable-list';
import { PicturesPlace } from './pictures-place';
import { ResourceSearch } from './resource-search';
import type { SelectionInput } from './selection';
import { SelectionBar } from './selection-bar';
import { readOrder } from './sorted-columns';
import { StatusStrip } from './status-strip';
import { useBareAddress } from './use-bare-address';
import { useFleetCounts } from './use-fleet-counts';
import { useGroupedRows } from './use-grouped-rows';
import { useInventoryAddress } from './use-inventory-address';
import { useReadAllAgain } from './use-read-all-again';
import { useResourceRows } from './use-resource-rows';
import { useSelection } from './use-selection';
import { useShownColumns } from './use-shown-columns';
import { valueFacets } from './value-facets';

const EVERYTHING: Selector = { type: 'everything' };

/** The inventory: the address says what is shown, and everything that is pressed changes the address. */
export function ResourceExplorer({ origin, density: firstDensity }: { origin: string; density: Density }) {
  const [address, go] = useInventoryAddress();
  const { q, sort: sortText, facets: opened, operations, columns: columnsText, pinned, group, picture, peek: peeked, view: slug = '' } = address;
  const [ownDensity, setOwnDensity] = useDensity(firstDensity);
  const density = address.density || ownDensity;
  const setDensity = (next: Density) => (slug === '' && address.density === '' ? setOwnDensity(next) : go({ density: next }, 'replace'));
  const view = useOpenedView(slug);
  useBareAddress(address, go);
  const [filtersOpen, setFiltersOpen] = useState(false);
  const { selector, error } = readQuery(q);
  const { sort, problem: sortProblem } = readOrder(sortText);
  const order = sortProblem === undefined ? sortText : '';
  const tree = selector ?? EVERYTHING;
  const { grouping, problem: groupProblem } = groupingOf(group);
  const rows = useGroupedRows({ q, sort: order, selector: tree, grouping }, useResourceRows(q, order, selector !== undefined), selector !== undefined);
  const counts = useFleetCounts(q, selector !== undefined);
  const refusal = error ?? refusalOf(rows.failure);

  // The first resources have come: the list is asked again, once for each number of them.
  const { everything } = counts;
  const answered = useRef<number>(undefined);
  const isNews = rows.total === 0 && q === '' && everything !== undefined && everything > 0 && !rows.fetching;
  useEffect(() => {
    if (!isNews || answered.current === everything) return;
    answered.current = everything;
    rows.readAgain();
    counts.readFacetsAgain();
  });

  const askQuery = (next: string, step: Step = 'push') => go({ q: next }, step);
  const askSelector = (next: Selector) => askQuery(printSelector(next));
  const selecting = useSelection(q, tree, rows);
  const [editing, setEditing] = useState<SelectionInput>();
  const readAllAgain = useReadAllAgain(rows, counts);
  const keys = valueFacets(opened, tree);
  const shown = useShownColumns(columnsText, tree);
  useCommands(async () => (await import('./inventory-commands')).inventoryCommands({ q, grouping, density, go, setDensity, readAllAgain }));
  const failed = rows.failure !== null && rows.total === undefined;
  const problems = [
    sortProblem === undefined ? [] : `Sorted by name: ${sortProblem}`,
    shown.problem === undefined ? [] : `The usual columns: ${shown.problem}`,
    groupProblem === undefined ? [] : `Not grouped: ${groupProblem}`,
    view.opened?.problems.map(({ message }) => `The view ${view.opened?.name}: ${message}`) ?? [],
    rows.groups === undefined || rows.groups.more === 0 ? [] : `The largest groups: ${exactNumber(rows.groups.more)} more are not shown`,
  ].flat();
  const unknown = failed || refusal !== undefined;
  const panel = (
    <FacetPanel
      q={q}
      selector={tree}
      counts={unknown ? undefined : counts.facets}
      total={counts.facetsTotal}
      keys={keys}
      onSelector={askSelector}
      onOpenKey={(facet) => go({ facets: [...opened.filter((each) => each !== facet), facet] }, 'push')}
      onCloseKey={(facet) => go({ facets: opened.filter((each) => each !== facet) }, 'push')}
    />
  );
  const termCount = selector === undefined || selector.type === 'everything' ? 0 : selector.type === 'and' ? selector.parts.length : 1;

  return (
    <>
      <header className="page-head">
        <h1 className="sr-only">Resources</h1>
        <ResourceSearch query={q} onQuery={askQuery} waiting={rows.outdated || counts.outdated} refusal={refusal} />
        <ViewHead {...view} slug={slug} shown={settingsOf(address)} density={density} onShow={(next) => go(partsOfView(next), 'push')} onLeave={() => go({ view: '' }, 'push')} />
      </header>
      <div className="work">
        <aside className="facets" aria-label="Filters" aria-busy={counts.outdated}>
          <h2 className="sr-only">Filters</h2>
          {panel}
        </aside>
        <section className="list" aria-label="Inventory">
          <h2 className="sr-only">Inventory</h2>
          {selecting.count > 0 || selecting.problem !== undefined ? (
            <SelectionBar selecting={selecting} query={q} onEditTags={() => setEditing(selecting.input())} />
          ) : (
            <StatusStrip
              total={unknown ? undefined : rows.total}
              everything={everything}
              failed={failed}
              outdated={rows.outdated}
              counts={unknown ? undefined : counts.facets?.find(({ field }) => field === 'status')}
              state={facetState(tree, 'status')}
              onStatus={(status) => askSelector(toggleFacetValue(tree, 'status', status, 'include'))}
            >
              <ListTools
                columns={shown.columns}
                pinned={pinned}
                density={density}
                grouping={grouping}
                picture={picture}
                problems={problems}
                exported={unknown ? undefined : { selector: tree, sort: sortProblem === undefined ? sortText : '', columns: shown.columns, total: rows.outdated ? undefined : rows.total }}
                termCount={termCount}
                onAddress={(change) => go(change, 'push')}
                onDensity={setDensity}
                onFilters={() => setFiltersOpen(true)}
              />
            </StatusStrip>
          )}
          {!unknown && <PicturesPlace picture={picture} q={q} selector={tree} facets={counts.facets} asOf={rows.asOf} onSelector={askSelector} onPicture={(next) => go({ picture: next }, 'replace')} />}
          <p className="sr-only" role="status">
            {selecting.count > 0 && `${exactNumber(selecting.count)} selected. `}
            {!unknown && !rows.outdated && rows.total !== undefined && `${exactNumber(rows.total)} ${rows.total === 1 ? 'resource matches' : 'resources match'}`}
          </p>
          <PeekableList
            peeked={peeked}
            q={q}
            selector={tree}
            refusal={refusal}
            rows={rows}
            layout={{ shown, pinned, density }}
            sort={sort}
            selecting={selecting}
            everything={everything}
            origin={origin}
            onQuery={askQuery}
            onSort={(next) => go({ sort: next }, 'push')}
            onReadAgain={() => {
              rows.readAgain();
              counts.readFacetsAgain();
              counts.readEverythingAgain();
            }}
          />
          <BulkEdits
            selection={editing}
            count={selecting.count}
            operations={operations}
            onClose={() => setEditing(undefined)}
            onRun={selecting.clear}
            onOperations={(next) => go({ operations: next }, 'replace')}
            onEnded={readAllAgain}
          />
        </section>
      </div>
      <Sheet
        title="Filters"
        open={filtersOpen}
        onClose={() => setFiltersOpen(false)}
        foot={
          <button type="button" className="btn btn-primary grow" onClick={() => setFiltersOpen(false)}>
            Show {rows.total === undefined ? 'the list' : exactNumber(rows.total)}
          </button>
        }
      >
        {panel}
      </Sheet>
    </>
  );
}

/** What the address groups by; with `problem` when that cannot be, and nothing is grouped. */
function groupingOf(text: string): { grouping: Grouping; problem?: string } {
  const read = readGrouping(text);
  return 'problem' in read ? { grouping: [], problem: read.problem } : read;
}

/** The server may refuse what can be read here: it says so as the parser does. */
function refusalOf(failure: ApiError | null): SelectorError | undefined {
  const data = failure?.data;
  if (!failure || data?.appCode !== 'bad_selector') return undefined;
  return new SelectorError(failure.message, { position: data.position ?? 0, length: data.length ?? 0, suggestion: data.suggestion });
}
