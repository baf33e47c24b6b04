import { saysRetired } from '@/domain/selector/retired';
import type { Selector, SelectorNode } from '@/domain/selector/tree';
import { andBits, type Bits, complement, orBits } from './bits';
import type { EvaluateContext } from './evaluate-context';
import { evaluateField, unionOf } from './evaluate-field';
import { evaluateKey } from './evaluate-key';
import { evaluateText } from './evaluate-text';

/**
 * Which slots a query picks: the twin of db/matches.ts, held equal by tests. Retired resources are left out unless the query speaks of
 * them. The set may be shared: not to be changed.
 */
export function evaluate(context: EvaluateContext, selector: Selector): Bits {
  const { index } = context;
  if (selector.type === 'everything') return index.live;
  const matching = evaluateNode(context, selector);
  return saysRetired(selector) ? matching : andBits(matching.slice(), index.live);
}

function evaluateNode(context: EvaluateContext, node: SelectorNode): Bits {
  switch (node.type) {
    case 'and':
      return combine(context, node.parts, andBits);
    case 'or':
      return combine(context, node.parts, orBits);
    case 'not':
      return complement(evaluateNode(context, node.part), context.index.all);
    case 'field':
      return evaluateField(context, node);
    case 'key':
      return evaluateKey(context, node);
    case 'text':
      return evaluateText(context, node);
    case 'view': {
      const any = unionOf(context.index, node.asked.map((query) => (query.type === 'everything' ? context.index.all : evaluateNode(context, query))));
      return node.written.op === '!=' ? complement(any, context.index.all) : any;
    }
    case 'relation': {
      const { hierarchy, capacity } = context.index;
      const relatives = evaluate(context, node.selector);
      switch (node.relation) {
        case 'parent':
          return hierarchy.childrenOfAny(relatives, capacity);
        case 'child':
          return hierarchy.parentsOf(relatives, capacity);
        case 'ancestor':
          return hierarchy.below(relatives, capacity);
        case 'descendant':
          return hierarchy.above(relatives, capacity);
      }
    }
  }
}

function combine(context: EvaluateContext, parts: readonly SelectorNode[], operation: (target: Bits, other: Bits) => Bits): Bits {
  const sets = parts.map((part) => evaluateNode(context, part));
  const [first, ...rest] = sets;
  if (first === undefined) return context.index.all;
  return rest.reduce((target, other) => operation(target, other), first.slice());
}
