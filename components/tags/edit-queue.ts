// Edits of one resource run one after another, in the order in which they were made.
const lastEdit = new Map<string, Promise<unknown>>();

/** Resolves when the edit of this resource that is under way has its answer; undefined: there is none. */
export const editUnderWay = (id: string): Promise<unknown> | undefined => lastEdit.get(id);

/** Runs an edit of these resources once those that are under way have their answers. It never rejects. */
export function afterOtherEdits<Result>(ids: readonly string[], edit: () => Promise<Result>): Promise<Result> {
  const run = Promise.all(ids.map((id) => lastEdit.get(id))).then(edit);
  for (const id of ids) lastEdit.set(id, run);
  void run.finally(() => {
    for (const id of ids) if (lastEdit.get(id) === run) lastEdit.delete(id);
  });
  return run;
}
