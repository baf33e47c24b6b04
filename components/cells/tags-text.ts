import { inOrder, readTagText, type Tags } from '../tags/tag-draft';

/** A value that would not be read as itself: a comma ends a tag, a quote begins a quoted value, spaces around it are not meant. */
const NEEDS_QUOTES = /^["\s]|,|\s$/;
const QUOTED = /^"(?:[^"]|"")*"$/;
/** Up to a comma; one within a quoted value is part of it. */
const ONE_TAG = /[^,=]*(?:=\s*(?:"(?:[^"]|"")*"(?=\s*(?:,|$))|[^,]*))?(?:,|$)/g;

/** All tags of a resource in one text: `critical, env=prod, note="a, b"`. */
export const printTags = (tags: Tags): string => inOrder(tags).map(([key, value]) => (value === '' ? key : `${key}=${printValue(value)}`)).join(', ');

const printValue = (value: string): string => (NEEDS_QUOTES.test(value) ? `"${value.replaceAll('"', '""')}"` : value);

/** Reads what `printTags` wrote, or a person: tags one after the other, between commas. */
export function readTags(text: string): { key: string; value: string }[] {
  const pieces = text.match(ONE_TAG) ?? [];
  return pieces
    .map((piece) => readTagText(piece.replace(/,$/, '')))
    .filter(({ key, value }) => key !== '' || value !== '')
    .map(({ key, value }) => ({ key, value: QUOTED.test(value) ? value.slice(1, -1).replaceAll('""', '"') : value }));
}
