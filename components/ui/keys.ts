export const KEY_PLACES = ['Everywhere', 'In the list', 'In a cell', 'Selecting rows', 'On the page of a resource'] as const;

interface Key {
  place: (typeof KEY_PLACES)[number];
  /** What it does, as the list of all keys says it. */
  does: string;
  /** Any of these; `Mod` is Control, or Command on a Mac. */
  press: readonly string[];
}

/** Every key that does something while nobody is typing: whoever listens asks this table, and the list of all keys shows it. */
export const KEYS = {
  palette: { place: 'Everywhere', does: 'Go to a page or a resource, or do something', press: ['Mod+k'] },
  search: { place: 'Everywhere', does: 'Search', press: ['/'] },
  keys: { place: 'Everywhere', does: 'Show all keys', press: ['?'] },
  undo: { place: 'Everywhere', does: 'Take the last edit of a tag back', press: ['Mod+z'] },
  redo: { place: 'Everywhere', does: 'Do it again', press: ['Mod+Shift+z', 'Mod+y'] },
  close: { place: 'Everywhere', does: 'Close what is open, then let the selection go', press: ['Escape'] },
  nextRow: { place: 'In the list', does: 'Next row', press: ['j', 'ArrowDown'] },
  previousRow: { place: 'In the list', does: 'Previous row', press: ['k', 'ArrowUp'] },
  nextPage: { place: 'In the list', does: 'A page down', press: ['PageDown'] },
  previousPage: { place: 'In the list', does: 'A page up', press: ['PageUp'] },
  firstRow: { place: 'In the list', does: 'First row', press: ['Home', 'Mod+Home'] },
  lastRow: { place: 'In the list', does: 'Last row', press: ['End', 'Mod+End'] },
  intoRow: { place: 'In the list', does: 'Into the row, or open the group', press: ['ArrowRight'] },
  outOfRow: { place: 'In the list', does: 'Out of the row, or close the group', press: ['ArrowLeft'] },
  scrollRight: { place: 'In the list', does: 'Scroll to the columns at the right', press: ['Shift+ArrowRight'] },
  scrollLeft: { place: 'In the list', does: 'Scroll to the columns at the left', press: ['Shift+ArrowLeft'] },
  peek: { place: 'In the list', does: 'Look at the resource beside the list, or stop looking', press: ['Space'] },
  open: { place: 'In the list', does: 'Open the page of the resource, or the group', press: ['Enter'] },
  editTags: { place: 'In the list', does: 'Edit the tags', press: ['e'] },
  editCell: { place: 'In a cell', does: 'Edit it; in the cell of a tag a letter or Enter begins too', press: ['F2'] },
  clearCells: { place: 'In a cell', does: 'Take the tags of the cells away', press: ['Delete', 'Backspace'] },
  widenCells: { place: 'In a cell', does: 'Mark the cells beside it too', press: ['Shift+ArrowRight', 'Shift+ArrowLeft', 'Shift+ArrowDown', 'Shift+ArrowUp'] },
  copyCells: { place: 'In a cell', does: 'Copy', press: ['Mod+c'] },
  pasteCells: { place: 'In a cell', does: 'Paste', press: ['Mod+v'] },
  fillDown: { place: 'In a cell', does: 'Fill the cells below with the first', press: ['Mod+d'] },
  select: { place: 'Selecting rows', does: 'Select the row, or let it go', press: ['x'] },
  selectDown: { place: 'Selecting rows', does: 'Select down to the next row', press: ['Shift+ArrowDown'] },
  selectUp: { place: 'Selecting rows', does: 'Select up to the previous row', press: ['Shift+ArrowUp'] },
  selectPage: { place: 'Selecting rows', does: 'Select the rows on this page', press: ['Mod+a'] },
  editTagsHere: { place: 'On the page of a resource', does: 'Edit the tags', press: ['e'] },
  parent: { place: 'On the page of a resource', does: 'Go to what it runs on', press: ['u'] },
  back: { place: 'On the page of a resource', does: 'Back to the list, as it was left', press: ['Escape'] },
} as const satisfies Record<string, Key>;

export type KeyName = keyof typeof KEYS;

export type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

export const isKey = (pressed: Pressed, name: KeyName): boolean => KEYS[name].press.some((press) => isPress(pressed, press));

function isPress({ key, ctrlKey, metaKey, altKey, shiftKey }: Pressed, press: string): boolean {
  const modifiers = press.split('+');
  const named = modifiers.pop() ?? '';
  const isLetter = /^[a-z]$/.test(named);
  // Where a sign stands on the keyboard, and whether it takes Shift, differs from country to country.
  const shiftFits = (named.length === 1 && !isLetter) || shiftKey === modifiers.includes('Shift');
  const actual = key === ' ' ? 'Space' : isLetter ? key.toLowerCase() : key;
  return actual === named && shiftFits && !altKey && (ctrlKey || metaKey) === modifiers.includes('Mod');
}

const TAKES_TEXT = 'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable], [data-editor-of]';

/** Keys are letters here, not commands. */
export const isTyping = (target: EventTarget | null): boolean => target instanceof Element && target.closest(TAKES_TEXT) !== null;
