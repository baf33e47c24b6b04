import { fold } from '@/domain/fold';

/** A text with the first place of what was typed marked in it, whatever its case. */
export function MarkedText({ text, typed }: { text: string; typed: string }) {
  const at = typed === '' ? -1 : fold(text).indexOf(fold(typed));
  // Folding may change a text's length: then nothing is marked rather than the wrong part.
  if (at < 0 || fold(text).length !== text.length) return text;
  return (
    <>
      {text.slice(0, at)}
      <mark>{text.slice(at, at + typed.length)}</mark>
      {text.slice(at + typed.length)}
    </>
  );
}
