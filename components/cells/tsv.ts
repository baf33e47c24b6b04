/** A tag that is there without a value, as text: an empty field says that it is not there. */
export const KEY_ALONE = '""';

const NEEDS_QUOTES = /["\t\n\r]/;

/** A block as spreadsheets copy it: tabs between cells, quotes around what would not survive. Null is a cell without anything. */
export const printTsv = (block: readonly (readonly (string | null)[])[]): string => block.map((row) => row.map(printField).join('\t')).join('\n');

function printField(value: string | null): string {
  if (value === null) return '';
  if (value === '') return KEY_ALONE;
  return NEEDS_QUOTES.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

/** Reads what a spreadsheet or this page copied. Rows are as wide as the widest; the line break at the end is none of the block. */
export function readTsv(text: string): (string | null)[][] {
  const rows: (string | null)[][] = [[]];
  let at = 0;
  while (at <= text.length) {
    const { value, end } = readField(text, at);
    rows.at(-1)?.push(value);
    const rest = text.slice(end, end + 2);
    at = end + (rest === '\r\n' ? 2 : 1);
    if (/^[\r\n]/.test(rest) && at < text.length) rows.push([]);
    else if (/^[\r\n]/.test(rest)) break;
  }
  const width = Math.max(...rows.map((row) => row.length));
  return rows.map((row) => [...row, ...Array.from({ length: width - row.length }, () => null)]);
}

/** A quote that nothing closes, or that something stands behind, is only a letter. */
function readField(text: string, at: number): { value: string | null; end: number } {
  const [quoted] = /^"(?:[^"]|"")*"(?=[\t\n\r]|$)/.exec(text.slice(at)) ?? [];
  if (quoted !== undefined) return { value: quoted.slice(1, -1).replaceAll('""', '"'), end: at + quoted.length };
  const stop = text.slice(at).search(/[\t\n\r]/);
  const end = stop < 0 ? text.length : at + stop;
  return { value: end === at ? null : text.slice(at, end), end };
}
