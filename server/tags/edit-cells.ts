import * as z from 'zod/mini';
import { editCells as editInSql } from '@/db/tags/edit-cells';
import type { WriteTx, Written } from '@/db/write-tx';
import { type CellEdit, type CellsResult, MAX_CELL_RESOURCES, MAX_CELLS } from '@/domain/tag-cells';
import { tagKeyProblem, tagValueProblem } from '@/domain/tags';
import { badInput, type InputProblem } from '../errors';
import { ResourceId } from '../resource-id';

const Cell = z.strictObject({
  id: ResourceId,
  key: z.string(),
  value: z.nullable(z.string()),
  expected: z.optional(z.nullable(z.string())),
  restores: z.optional(z.strictObject({ origin: z.nullable(z.enum(['person', 'source'])), wasRemoved: z.boolean() })),
});

export const EditCellsInput = z.strictObject({ cells: z.array(Cell).check(z.minLength(1), z.maxLength(MAX_CELLS)) });

type Write = (work: (tx: WriteTx) => Promise<Written<CellsResult[]>>) => Promise<CellsResult[]>;

/** Checks a block of cells, whole, and writes it in one transaction. A bad cell is named by its place, and nothing is written then. */
export async function editCells(write: Write, { cells }: z.infer<typeof EditCellsInput>): Promise<CellsResult[]> {
  const problems = cellProblems(cells);
  if (problems.length > 0) throw badInput(problems);
  return write((tx) => editInSql(tx, cells));
}

function cellProblems(cells: readonly CellEdit[]): InputProblem[] {
  const seen = new Set<string>();
  const problems = cells.flatMap(({ id, key, value }, place): InputProblem[] => {
    const cell = `${id} ${key}`;
    const isTwice = seen.has(cell);
    seen.add(cell);
    return [
      { path: `cells.${place}.key`, message: tagKeyProblem(key) ?? (isTwice ? `the key ${key} of this resource stands there twice` : undefined) },
      { path: `cells.${place}.value`, message: value === null ? undefined : tagValueProblem(value) },
    ].flatMap(({ path, message }) => (message === undefined ? [] : [{ path, message }]));
  });
  const resources = new Set(cells.map(({ id }) => id)).size;
  if (resources > MAX_CELL_RESOURCES) problems.push({ path: 'cells', message: `at most ${MAX_CELL_RESOURCES} resources at once, these are ${resources}` });
  return problems;
}
