import type { Selector, SelectorNode, Value } from './tree';

const KEY = /^[A-Za-z0-9](?:[A-Za-z0-9._/-]*[A-Za-z0-9])?$/;
const VALUE = /^(?:[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)?$/;

/**
 * The same as a Kubernetes label selector, `env=prod,tier in (web, api),!canary`; undefined where those have no words for it: they know only
 * tags, and all of their requirements at once.
 */
export function printKubectl(selector: Selector): string | undefined {
  if (selector.type === 'everything') return undefined;
  const parts = selector.type === 'and' ? selector.parts : [selector];
  const requirements = parts.map(requirementOf);
  return requirements.includes(undefined) ? undefined : requirements.join(',');
}

function requirementOf(node: SelectorNode): string | undefined {
  const isNegated = node.type === 'not';
  const term = isNegated ? node.part : node;
  if (term.type !== 'key' || term.space !== 'tag' || term.key.type !== 'text' || !KEY.test(term.key.text)) return undefined;
  const key = term.key.text;
  if (term.comparison === undefined) return isNegated ? `!${key}` : key;
  const { op, values } = term.comparison;
  const texts = values.map(textOf);
  if ((op !== '=' && op !== '!=') || !texts.every((text) => text !== undefined && VALUE.test(text))) return undefined;
  const isIn = (op === '=') !== isNegated;
  return texts.length === 1 ? `${key}${isIn ? '=' : '!='}${texts.join('')}` : `${key} ${isIn ? 'in' : 'notin'} (${texts.join(', ')})`;
}

const textOf = (value: Value): string | undefined => ('text' in value ? value.text : undefined);
