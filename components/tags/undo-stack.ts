/** As many steps as a person remembers. */
const MOST_STEPS = 200;

/** Steps that take edits back, the last first. An edit that is under way is a step already; one that came to nothing is none. */
export function undoStack<Step>() {
  const done: Promise<Step | undefined>[] = [];
  const undone: Promise<Step | undefined>[] = [];
  let last: Promise<unknown> = Promise.resolve();

  /** One after another, however quickly they are asked for. Resolves to false where there is no step. */
  const inTurn = (from: typeof done, to: typeof done, run: (step: Step) => Promise<Step | undefined>): Promise<boolean> => {
    const turn = last.then(() => move(from, to, run));
    last = turn.catch(() => undefined);
    return turn;
  };
  return {
    record(step: Promise<Step | undefined>): void {
      done.push(step);
      if (done.length > MOST_STEPS) done.shift();
      undone.length = 0;
    },
    isEmpty: () => done.length + undone.length === 0,
    /** `run` takes the step back and answers what would do it again. Where it fails, the step stays. */
    undo: (run: (step: Step) => Promise<Step | undefined>) => inTurn(done, undone, run),
    redo: (run: (step: Step) => Promise<Step | undefined>) => inTurn(undone, done, run),
  };
}

async function move<Step>(from: Promise<Step | undefined>[], to: Promise<Step | undefined>[], run: (step: Step) => Promise<Step | undefined>): Promise<boolean> {
  for (let next = from.pop(); next !== undefined; next = from.pop()) {
    const step = await next;
    if (step === undefined) continue;
    try {
      const back = await run(step);
      if (back !== undefined) to.push(Promise.resolve(back));
      return true;
    } catch (error) {
      from.push(Promise.resolve(step));
      throw error;
    }
  }
  return false;
}
