import { idAt } from '../seed/generate-fleet';
import type { BenchFleet } from './questions';

/** Ids of the fleet in no order, each once a round, without end: heartbeats come as they like. */
export function* heartbeatPlaces({ scale, seed }: BenchFleet): Generator<string, never> {
  const stride = strideFor(scale);
  for (let place = 0; ; place = (place + stride) % scale) yield idAt(seed, place);
}

/** Near the golden section of the fleet, and without a common divisor with its size. */
function strideFor(scale: number): number {
  let stride = Math.max(1, Math.floor(scale * 0.618));
  while (commonDivisor(stride, scale) > 1) stride++;
  return stride;
}

const commonDivisor = (a: number, b: number): number => (b === 0 ? a : commonDivisor(b, a % b));

export function take<Item>(items: Iterator<Item, never>, count: number): Item[] {
  return Array.from({ length: count }, () => items.next().value);
}
