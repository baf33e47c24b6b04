const TAIL = 6;
const WORTH_CUTTING = 14;

/**
 * A name that gives way in the middle: its last characters tell pods and hosts apart. The whole is there on hover and to be copied.
 * A link around it names itself by `aria-label`, since the two parts count as two words.
 */
export function CutName({ name }: { name: string }) {
  const letters = [...name];
  if (letters.length < WORTH_CUTTING) return <bdi className="min-w-0 truncate">{name}</bdi>;
  return (
    <bdi className="flex min-w-0" title={name}>
      <span className="min-w-0 truncate whitespace-pre">{letters.slice(0, -TAIL).join('')}</span>
      <span className="flex-none whitespace-pre">{letters.slice(-TAIL).join('')}</span>
    </bdi>
  );
}
