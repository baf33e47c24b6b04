import { FIELDS, isFieldName } from '../fields';
import { LIMITS } from './limits';
import { SelectorError } from './selector-error';
import { spellKey, spellValue } from './spelling';

const KEY = '[A-Za-z0-9](?:[A-Za-z0-9._/-]*[A-Za-z0-9])?';
const MEMBER = '\\s*(?:[A-Za-z0-9._-]+\\s*)?';
const SET = new RegExp(`^(${KEY})\\s+(in|notin)\\s*\\((${MEMBER}(?:,${MEMBER})*)\\)$`);
const EQUALITY = new RegExp(`^(${KEY})\\s*(==|=|!=)\\s*([A-Za-z0-9._-]*)$`);
const EXISTENCE = new RegExp(`^(!?)\\s*(${KEY})$`);

export interface KubectlRewrite {
  /** Whether it can be nothing else. A mere comma, as in `status=idle,offline`, may be this language too. */
  certain: boolean;
  error: SelectorError;
}

/** Recognises a whole query that is a Kubernetes label selector; its error suggests the same in this language. */
export function rewriteKubectl(text: string): KubectlRewrite | undefined {
  const query = text.trim();
  const requirements = splitRequirements(query);
  if (requirements.length > LIMITS.terms) return undefined;
  const terms: string[] = [];
  let certain = false;
  let operators = 0;
  for (const requirement of requirements) {
    const rewritten = rewriteRequirement(requirement);
    if (rewritten === undefined) return undefined;
    terms.push(rewritten.term);
    certain ||= rewritten.certain;
    operators += rewritten.operator ? 1 : 0;
  }
  if (!certain && (requirements.length < 2 || operators === 0)) return undefined;
  const suggestion = terms.join(' ');
  const message = `this is a kubectl selector; here it is ${suggestion}`;
  return { certain, error: new SelectorError(message, { position: 0, length: text.length, suggestion }) };
}

interface Rewritten {
  term: string;
  certain: boolean;
  operator: boolean;
}

function rewriteRequirement(requirement: string): Rewritten | undefined {
  const [, setKey, setOp, members] = SET.exec(requirement) ?? [];
  if (setKey !== undefined && members !== undefined) {
    const values = members.split(',').map((member) => spelled(member.trim()));
    const set = values.length === 1 ? values.join('') : `(${values.join(', ')})`;
    return { term: `${comparedTerm(setKey)}${setOp === 'in' ? '=' : '!='}${set}`, certain: true, operator: true };
  }
  const [, key, op, value] = EQUALITY.exec(requirement) ?? [];
  if (key !== undefined && value !== undefined) {
    return { term: `${comparedTerm(key)}${op === '!=' ? '!=' : '='}${spelled(value)}`, certain: false, operator: true };
  }
  const [, negation, name] = EXISTENCE.exec(requirement) ?? [];
  if (name === undefined) return undefined;
  return { term: `${negation ? '-' : ''}${keyTerm(name)}`, certain: negation === '!', operator: negation === '!' };
}

const keyTerm = (key: string): string => `tag:${spellKey({ type: 'text', text: key.toLowerCase() })}`;
/** A kind and a status are fields here, whoever compares them. */
const comparedTerm = (key: string): string => (isFieldName(key) && FIELDS[key].type === 'enum' ? key : keyTerm(key));
const spelled = (value: string): string => spellValue({ type: 'text', text: value });

/** Cut at the commas outside parentheses. */
function splitRequirements(query: string): string[] {
  const requirements: string[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i < query.length; i++) {
    const char = query[i];
    if (char === '(') depth++;
    if (char === ')') depth--;
    if (char !== ',' || depth > 0) continue;
    requirements.push(query.slice(start, i).trim());
    start = i + 1;
  }
  requirements.push(query.slice(start).trim());
  return requirements;
}
