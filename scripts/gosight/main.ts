import { BadUsage, type Command } from './command';

/** Loaded when asked for: `--help` needs no database driver. */
const COMMANDS: Record<string, () => Promise<Command>> = {
  import: async () => (await import('./import')).importFile,
  export: async () => (await import('./export')).exportResources,
  list: async () => (await import('./list')).list,
  tag: async () => (await import('./tag')).tag,
  generate: async () => (await import('./generate')).generate,
  doctor: async () => (await import('./doctor')).doctor,
  migrate: async () => (await import('./migrate')).migrate,
};

const SUCCESS = 0;
const FAILURE = 1;
const BAD_USAGE = 2;

/** Runs one command. Answers the exit code. */
export async function main(args: string[]): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    const text = await overview();
    if (name !== undefined) return print(text);
    process.stderr.write(text);
    return BAD_USAGE;
  }
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (load === undefined) {
    process.stderr.write(`There is no command "${name}".\n\n${await overview()}`);
    return BAD_USAGE;
  }
  const command = await load();
  if (rest.includes('--help') || rest.includes('-h')) return print(`${command.help.trim()}\n`);
  try {
    return await command.run(rest);
  } catch (error) {
    if (isBadUsage(error)) {
      process.stderr.write(`${error.message}\ngosight ${name} --help tells more.\n`);
      return BAD_USAGE;
    }
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return FAILURE;
  }
}

function print(text: string): number {
  process.stdout.write(text);
  return SUCCESS;
}

async function overview(): Promise<string> {
  const lines = await Promise.all(Object.entries(COMMANDS).map(async ([name, load]) => `  ${name.padEnd(10)}${(await load()).summary}`));
  return ['Usage: gosight COMMAND [ARGUMENTS]', '', ...lines, '', 'gosight COMMAND --help tells more.', ''].join('\n');
}

/** Node's own parseArgs throws errors of this kind of code. */
function isBadUsage(error: unknown): error is Error {
  return error instanceof BadUsage || (error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('ERR_PARSE_ARGS'));
}
