import './tags.css';
import { spellTag } from './tag-draft';

/** A tag as it is read: key, equals sign, value; or the key alone. */
export function TagText({ name, value }: { name: string; value: string }) {
  if (value === '') return <bdi className="chip-alone">{name}</bdi>;
  return (
    <>
      <span className="chip-key">{name}</span>
      <span className="chip-equals">=</span>
      <bdi className="chip-value">{value}</bdi>
    </>
  );
}

export function TagChip({ name, value }: { name: string; value: string }) {
  return (
    <span className="chip" title={spellTag(name, value)} data-tag={name}>
      <TagText name={name} value={value} />
    </span>
  );
}
