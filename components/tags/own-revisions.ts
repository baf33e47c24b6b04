// A person who edits faster than the server answers sends the revision that they saw; their own edits are no conflict.
const next = new Map<string, number>();

const name = (id: string, revision: number) => `${id} ${revision}`;

export function rememberOwnEdit(id: string, from: number, to: number): void {
  if (to !== from) next.set(name(id, from), to);
}

/** The revision that a resource has when nobody but this person has edited it since it was seen. */
export function afterOwnEdits(id: string, seen: number): number {
  const after = next.get(name(id, seen));
  return after === undefined ? seen : afterOwnEdits(id, after);
}
