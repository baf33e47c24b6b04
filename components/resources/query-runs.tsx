import type { Run } from './search-highlight';

const BLOCKS = { in: 'run-in', not: 'run-not', text: 'run-text' } as const;
const RUNS = { plain: undefined, key: 'run-key', sign: 'run-sign', bad: 'run-bad' } as const;

/** Runs of a query, drawn without taking more room than their text. */
export function QueryRuns({ runs }: { runs: readonly Run[] }) {
  return runs.map((run, place) =>
    run.type === 'block' ? (
      <span key={place} className={`run ${BLOCKS[run.as]}`}>
        <QueryRuns runs={run.runs} />
      </span>
    ) : (
      <span key={place} className={RUNS[run.type]}>
        {run.text}
      </span>
    ),
  );
}
