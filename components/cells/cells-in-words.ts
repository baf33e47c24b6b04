import { exactNumber } from '../ui/exact-number';

export const cellsInWords = (count: number): string => `${exactNumber(count)} ${count === 1 ? 'cell' : 'cells'}`;
