/** One command of the command line, in a file of its own. */
export interface Command {
  /** One line, for the list of commands. */
  summary: string;
  /** All that `--help` shows. */
  help: string;
  /** The exit code: 0 on success, 1 on failure. Throws BadUsage for what was typed wrongly, anything else on failure. */
  run: (args: string[]) => Promise<number>;
}

/** What was typed makes no sense: shown with the way to the help, exit code 2. */
export class BadUsage extends Error {
  override name = 'BadUsage';
}
