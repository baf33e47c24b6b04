import { fold } from '../fold';
import { describeTerm, FLAGS, PRESENCES, TERM_NAMES, type TermName } from './terms';
import { KEY_SPACES, RELATIONS } from './tree';

/** Something that may be chosen, with a word on what it is. */
export interface Choice {
  /** What is put into the query. */
  insert: string;
  summary: string;
}

const SPACE_SUMMARIES = { tag: 'A tag, by its key', label: 'A label, by its key', annotation: 'An annotation, by its key' };
const RELATION_SUMMARIES = { parent: 'Its parent matches', child: 'Some child matches', ancestor: 'Something above it matches', descendant: 'Something below it matches' };

/** The operator that the field's values most often stand after. */
function operatorOf(name: TermName): string {
  const { type } = describeTerm(name);
  return type === 'time' ? '<' : type === 'number' ? '>=' : ':';
}

/** An example says more than the same word again. */
function summaryOf(name: TermName): string {
  const { summary, example } = describeTerm(name);
  return fold(summary).replace(/ /g, '_') === name ? example : summary;
}

const CHOICES: readonly Choice[] = [
  ...KEY_SPACES.map((space) => ({ insert: `${space}:`, summary: SPACE_SUMMARIES[space] })),
  ...TERM_NAMES.map((name) => ({ insert: name + operatorOf(name), summary: summaryOf(name) })),
  ...RELATIONS.map((relation) => ({ insert: `${relation}(`, summary: RELATION_SUMMARIES[relation] })),
];

/** What a term may begin with: names that begin with what is typed, then those that contain it. */
export function termChoices(typed: string): Choice[] {
  const wanted = fold(typed);
  const begins = CHOICES.filter(({ insert }) => insert.startsWith(wanted));
  if (wanted.length < 3) return begins;
  return [...begins, ...CHOICES.filter(({ insert, summary }) => !insert.startsWith(wanted) && (insert.includes(wanted) || fold(summary).startsWith(wanted)))];
}

/** The words of a field that takes only certain ones; undefined for the others. */
export function wordChoices(field: TermName, typed: string): Choice[] | undefined {
  const words = field === 'is' ? Object.entries(FLAGS) : field === 'has' || field === 'no' ? PRESENCES.map((name) => [name, presenceSummary(name)] as const) : undefined;
  return words?.filter(([word]) => word.includes(fold(typed))).map(([insert, summary]) => ({ insert, summary }));
}

const presenceSummary = (name: string): string => {
  const known = TERM_NAMES.find((each) => each === name);
  return known ? describeTerm(known).summary : `Any ${name}`;
};
