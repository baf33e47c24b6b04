// A person who edits faster than the server answers sends the revision that they saw; their own edits are no conflict.
const next = new Map<string, number>();
const edited = new Set<string>();

const name = (id: string, revision: number) => `${id} ${revision}`;

export function rememberOwnEdit(id: string, from: number, to: number): void {
  if (to !== from) next.set(name(id, from), to);
  edited.add(id);
}

/** The revision that a resource has when nobody but this person has edited it since it was seen. */
export function afterOwnEdits(id: string, seen: number): number {
  const after = next.get(name(id, seen));
  return after === undefined ? seen : afterOwnEdits(id, after);
}

/** Whether this person has edited the resource since the page was opened. */
export const wasOwnEdit = (id: string): boolean => edited.has(id);
