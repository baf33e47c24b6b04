import { fold } from '../fold';
import { KINDS } from '../kinds';
import { STATUSES } from '../status';
import { meantFlag, meantKind, meantStatus } from './meant-value';
import { nearest } from './nearest';
import type { RawText } from './reader';
import { splitJoined } from './refuse-joined';
import { type RawValue, refuse, refuseTerm } from './refuse-value';
import { SelectorError } from './selector-error';
import { spellSet } from './spell-regex';
import { quote, readMatch, readText, spellKey } from './spelling';
import { FLAGS, isFlag, isPresence, isTermName, NOT_BUILT_YET, PRESENCES, termNamed, type TermName } from './terms';
import type { TextMatch } from './tree';

/** A kind or a status. */
export function enumOf(field: TermName, raw: RawValue): TextMatch {
  const words = (field === 'kind' ? KINDS : STATUSES).map((name) => name.toLowerCase());
  const asked = raw.text.toLowerCase();
  const negated = /^[!-](.+)$/.exec(asked)?.[1];
  if (negated !== undefined && words.includes(negated)) refuseTerm(raw, 'the minus stands before the field', `-${field}:${negated}`);
  const split = splitJoined(raw.text);
  if (split !== undefined) refuse(raw, 'a space is missing between these terms', split);
  const next = termNamed(/^([A-Za-z_]\w*)[:=]/.exec(raw.text)?.[1] ?? '');
  if (next !== undefined) throw new SelectorError(`${next} is another field: its term begins after a space, not after a comma`, { position: raw.at.position - 1, length: 1, suggestion: ' ' });
  const alternatives = asked.split(/[|;/]/);
  if (alternatives.length > 1 && alternatives.every((word) => words.includes(word))) refuse(raw, 'several values stand between commas', spellSet(alternatives));
  const complaint = `${field} has no value`;
  const meant = field === 'status' ? meantStatus(asked) : meantKind(asked);
  return meant === undefined ? oneOf(complaint, words, raw) : refuse(raw, `${complaint} ${quote(raw.text)}; did you mean ${meant}?`, meant);
}

/** A word of a closed list, lower-cased, or a pattern over its words. */
function oneOf(complaint: string, names: readonly string[], raw: RawText): TextMatch {
  const match = readText(raw);
  if (match.type === 'pattern') return match;
  const words = names.map((name) => name.toLowerCase());
  const asked = raw.text.toLowerCase();
  if (words.includes(asked)) return { type: 'text', text: asked };
  return refuse(raw, `${complaint} ${quote(raw.text)}; it is one of ${words.join(', ')}`, nearest(asked, words));
}

/** A condition of `is:`. */
export function flagOf(raw: RawValue): TextMatch {
  const asked = raw.text.toLowerCase();
  const status = STATUSES.some((known) => known.toLowerCase() === asked) ? asked : meantStatus(asked);
  const kind = KINDS.find((known) => known === asked);
  const field = status !== undefined ? `status:${status}` : kind !== undefined ? `kind:${kind}` : undefined;
  if (field !== undefined) refuseTerm(raw, `there is no condition ${quote(raw.text)}; did you mean ${field}?`, field);
  if (asked === NOT_BUILT_YET) return refuse(raw, `is:${NOT_BUILT_YET} is not built yet`);
  const negated = /^(?:not[:_-]?|[!-])(.+)$/.exec(asked)?.[1];
  if (negated !== undefined) refuseTerm(raw, 'the minus stands before the field', `-is:${negated}`);
  const names = Object.keys(FLAGS);
  const meant = meantFlag(asked) ?? nearest(asked, names);
  if (meant === undefined && /^[\w-]+$/.test(asked)) refuseTerm(raw, `there is no condition ${quote(raw.text)}, only ${names.join(', ')}; did you mean tag:${asked}?`, `tag:${asked}`);
  if (meant !== undefined && !isFlag(asked)) refuse(raw, `there is no condition ${quote(raw.text)}; did you mean ${meant}?`, meant);
  return withoutPattern('is', oneOf('there is no condition', names, raw), raw);
}

/** What `has:` and `no:` ask for. */
export function presenceOf(field: TermName, raw: RawValue): TextMatch {
  const [space, key] = raw.text.split(/:(.*)/s);
  if ((space === 'tag' || space === 'label' || space === 'annotation') && key) {
    const term = `${field === 'no' ? '-' : ''}${space}:${spellKey(readMatch(key))}`;
    return refuseTerm(raw, `for one key it is ${term}`, term);
  }
  const text = termNamed(raw.text.toLowerCase()) ?? raw.text;
  if (text === 'tags') return refuse(raw, `${field}: knows tag, not tags`, 'tag');
  if (isTermName(text) && !isPresence(text)) return refuse(raw, `${text} is never missing`);
  if (!isPresence(text) && /^[\w./-]+$/.test(text) && nearest(text, PRESENCES) === undefined) {
    const term = `${field === 'no' ? '-' : ''}tag:${text.toLowerCase()}`;
    return refuseTerm(raw, `${field}: knows no ${quote(text)}; for the key of a tag it is ${term}`, term);
  }
  return withoutPattern(field, oneOf(`${field}: knows no`, PRESENCES, { ...raw, text }), raw);
}

/** A saved view, by its slug. Whether there is one is known where views are kept. */
export function viewOf(raw: RawText): TextMatch {
  if (raw.text === '') return refuse(raw, 'a view is named by its slug, such as production-web');
  return withoutPattern('view', readText({ ...raw, text: fold(raw.text) }), raw);
}

function withoutPattern(field: string, match: TextMatch, raw: RawText): TextMatch {
  return match.type === 'pattern' ? refuse(raw, `${field}: takes no *`) : match;
}
