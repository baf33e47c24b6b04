import { networkContains, readAddress } from '@/domain/selector/network-value';
import { readNumber } from '@/domain/selector/number-value';
import { printValue } from '@/domain/selector/print-selector';
import type { Comparison, NumberRange, NumberValue, Value, VersionRange, VersionValue } from '@/domain/selector/tree';
import { compareVersions, readVersion } from '@/domain/selector/version-value';
import type { CodeQuestion } from './code-filter';
import type { Dictionary } from './dictionary';
import { foldedQuestion } from './text-questions';

/** Whether `difference` (of the stored value and the asked one) is what the operator wants; `!=` asks for `=`, to be negated. */
function holds(op: Comparison, difference: number): boolean {
  switch (op) {
    case '=':
    case '!=':
      return difference === 0;
    case '<':
      return difference < 0;
    case '<=':
      return difference <= 0;
    case '>':
      return difference > 0;
    case '>=':
      return difference >= 0;
  }
}

/** A number against a value or a range. */
export function numberTest(op: Comparison, value: NumberValue | NumberRange): (number: number) => boolean {
  if (value.type === 'number') return (number) => holds(op, number - value.number);
  const [from, to] = [value.from?.number ?? -Infinity, value.to?.number ?? Infinity];
  return (number) => number >= from && number <= to;
}

function versionTest(op: Comparison, value: VersionValue | VersionRange): (folded: string) => boolean {
  return (folded) => {
    const version = readVersion(folded);
    if (version === undefined) return false;
    if (value.type === 'version') return holds(op, compareVersions(version, value.version));
    const { from, to } = value;
    return (!from || compareVersions(version, from.version) >= 0) && (!to || compareVersions(version, to.version) <= 0);
  };
}

function foldedTest(op: Comparison, value: Value): ((folded: string) => boolean) | undefined {
  switch (value.type) {
    case 'number':
    case 'number-range': {
      const test = numberTest(op, value);
      return (folded) => {
        const number = readNumber(folded);
        return number !== undefined && test(number);
      };
    }
    case 'version':
    case 'version-range':
      return versionTest(op, value);
    case 'network':
      return (folded) => {
        const address = readAddress(folded);
        return address !== undefined && networkContains(value.network, address);
      };
    default:
      return undefined;
  }
}

/** The question behind a value that is a number, a version, a network or a range of such; undefined for text and times. */
export function typedQuestion(dictionary: Dictionary, op: Comparison, value: Value): CodeQuestion | undefined {
  const test = foldedTest(op, value);
  return test && foldedQuestion(dictionary, `${value.type}${op}${printValue(value)}`, test);
}
