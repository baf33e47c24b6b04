import type { ReactNode } from 'react';
import { FIELDS, isFieldName } from '@/domain/fields';
import { exactTime, shortTime } from '../resource-signs/spans-of-time';
import { TagChip } from '../tags/tag-chip';
import type { Change } from './use-resource';

/** One change as a sentence: who, what, the old value struck, the new one. */
export function HistoryEntry({ change, now }: { change: Change; now: number }) {
  const { at, actor } = change;
  return (
    <li>
      <time dateTime={at} title={exactTime(at)}>{shortTime(at, now)}</time>
      <span aria-hidden className="dot">{signOf(change)}</span>
      <p>
        {actor.type === 'person' && <><b>{actor.name}</b> </>}
        <Sentence change={change} />
        {actor.type !== 'person' && <em> {byWhom(change)}</em>}
      </p>
    </li>
  );
}

const signOf = ({ oldValue, newValue }: Change): string => (oldValue === null ? '+' : newValue === null ? '−' : '→');

function Sentence({ change: { field, oldValue, newValue, actor } }: { change: Change }): ReactNode {
  const byPerson = actor.type === 'person';
  if (field === 'created') return byPerson ? 'registered it' : 'Registered';
  if (field === 'retired') return newValue === null ? word('put it back into service', byPerson) : word('retired it', byPerson);
  if (field.startsWith('tag:')) return <TagSentence name={field.slice('tag:'.length)} oldValue={oldValue} newValue={newValue} byPerson={byPerson} />;
  return (
    <>
      {byPerson ? 'changed ' : ''}
      {labelOf(field)} <Old value={oldValue} />
      {oldValue !== null && newValue !== null && <Arrow />}
      {newValue === null ? ' removed' : <b><bdi>{shown(newValue)}</bdi></b>}
    </>
  );
}

interface TagSentenceProps {
  name: string;
  oldValue: string | null;
  newValue: string | null;
  byPerson: boolean;
}

function TagSentence({ name, oldValue, newValue, byPerson }: TagSentenceProps) {
  if (newValue === null) return <>{word('removed', byPerson)} <TagChip name={name} value={oldValue ?? ''} /></>;
  if (oldValue === null) return <>{word('added', byPerson)} <TagChip name={name} value={newValue} /></>;
  return (
    <>
      {word('changed', byPerson)} <TagChip name={name} value={oldValue} />
      <Arrow />
      <TagChip name={name} value={newValue} />
    </>
  );
}

const Old = ({ value }: { value: string | null }) => (value === null ? null : <del><bdi>{shown(value)}</bdi></del>);
const Arrow = () => <span className="text-ink-3"> → </span>;
const shown = (value: string): string => (value === '' ? 'empty' : value);
const word = (verb: string, byPerson: boolean): string => (byPerson ? verb : verb.charAt(0).toUpperCase() + verb.slice(1));

/** `status` is Status; `label:host.name` stays as it is written in a query. */
const labelOf = (field: string): string => (isFieldName(field) ? FIELDS[field].label : field);

function byWhom({ actor, field }: Change): string {
  if (actor.type === 'system') return field === 'status' ? 'by its silence' : 'by the registry';
  return `reported by ${actor.name}`;
}
