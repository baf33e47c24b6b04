import { isFieldName } from '@/domain/fields';
import { describeTerm, isFlag, isPresence, type Presence, type TermName } from '@/domain/selector/terms';
import { timeWindow } from '@/domain/selector/time-value';
import type { FieldTerm, Value } from '@/domain/selector/tree';
import { INDEXED_TIMES, type IndexedTime } from '@/db/fleet/fleet-columns';
import { type Bits, complement, emptyBits, orBits } from './bits';
import { answeredBySql, type EvaluateContext } from './evaluate-context';
import { evaluateFlag } from './evaluate-flag';
import { evaluateId, evaluateUnder, hasParent, parentIsAny } from './evaluate-id';
import { filtersOfValues } from './filters-of-values';
import type { FleetIndex } from './fleet-index';
import { scanSlots } from './scan-slots';
import { textsAmong } from './text-questions';
import { numberTest } from './typed-questions';

/** `kind:host`: whether any of the values matches; for `!=`, whether none does. */
export function evaluateField(context: EvaluateContext, term: FieldTerm): Bits {
  const found = unionOf(context.index, anyOf(context, term));
  return term.op === '!=' ? complement(found, context.index.all) : found;
}

/** The union, as a set of its own when there are several. */
export function unionOf(index: FleetIndex, sets: readonly (Bits | null)[]): Bits {
  const found = sets.filter((set) => set !== null);
  const [first, ...rest] = found;
  if (first === undefined) return emptyBits(index.capacity);
  return rest.length === 0 ? first : rest.reduce(orBits, first.slice());
}

const textsOf = (values: readonly Value[]): string[] => values.flatMap((value) => (value.type === 'text' ? [value.text] : []));

/** One set for each value, or for several at once. */
function anyOf(context: EvaluateContext, term: FieldTerm): (Bits | null)[] {
  const { index } = context;
  const { field, values } = term;
  switch (describeTerm(field).type) {
    case 'flag':
      return textsOf(values).filter(isFlag).map((flag) => evaluateFlag(context, flag));
    case 'presence':
      return textsOf(values).filter(isPresence).map((name) => {
        const present = isPresent(context, term, name);
        return field === 'no' ? complement(present, index.all) : present;
      });
    case 'uuid':
      if (field === 'under') return [evaluateUnder(index, textsOf(values))];
      return field === 'parent' ? [parentIsAny(index, textsOf(values))] : [evaluateId(index, textsAmong(values))];
    case 'view':
      throw new Error('views are put into a query before it is evaluated');
    case 'number':
      return values.map((value) => evaluateCount(index, field, term.op, value));
    case 'time':
      return values.map((value) => evaluateTime(context, field, term.op, value));
    default:
      return isFieldName(field) ? filtersOfValues(index.text(field), term.op, values) : [];
  }
}

function evaluateCount(index: FleetIndex, field: TermName, op: FieldTerm['op'], value: Value): Bits | null {
  if (value.type !== 'number' && value.type !== 'number-range') return null;
  return scanSlots(index, field === 'tags' ? index.tag.counts : index.hierarchy.childCounts, numberTest(op, value));
}

const isIndexedTime = (field: string): field is IndexedTime => (INDEXED_TIMES as readonly string[]).includes(field);

function evaluateTime({ index, now }: EvaluateContext, field: TermName, op: FieldTerm['op'], value: Value): Bits | null {
  if (!isIndexedTime(field)) return null;
  switch (value.type) {
    case 'age':
    case 'instant':
    case 'age-range':
    case 'instant-range': {
      const { from = -Infinity, before = Infinity } = timeWindow(op, value, now.getTime());
      return scanSlots(index, index.times[field], (time) => time >= from && time < before);
    }
    default:
      return null;
  }
}

function isPresent(context: EvaluateContext, term: FieldTerm, name: Presence): Bits {
  const { index } = context;
  switch (name) {
    case 'annotation':
      return answeredBySql(context, term);
    case 'tag':
    case 'label':
      return scanSlots(index, index.keys(name).counts, (count) => count > 0);
    case 'children':
      return scanSlots(index, index.hierarchy.childCounts, (count) => count > 0);
    case 'parent':
      return hasParent(index);
    default:
      return index.text(name).withValue();
  }
}
