import { columnNamed } from '@/domain/columns';
import { type GroupBy, isGroupBy } from '@/domain/grouping';
import { COUNTED_TIMES, type CountedTime } from '@/domain/time-counts';

/** Which pictures stand beside the list, the one of statuses apart: a time, and what rows could be grouped by. */
export interface PictureChoice {
  time: CountedTime;
  values: GroupBy;
}

const USUAL: PictureChoice = { time: 'last_seen', values: 'kind' };

const isTime = (name: string): name is CountedTime => (COUNTED_TIMES as readonly string[]).includes(name);

/** Reads `last_seen,tag:team`; undefined when nothing is drawn. What cannot be drawn gives way to what usually is. */
export function readPictures(text: string): PictureChoice | undefined {
  if (text === '') return undefined;
  const names = text.split(',');
  const columns = names.map(columnNamed).filter((column) => column !== undefined);
  return { time: names.find(isTime) ?? USUAL.time, values: columns.find(isGroupBy) ?? USUAL.values };
}

export const printPictures = (choice: PictureChoice | undefined): string => (choice === undefined ? '' : `${choice.time},${choice.values}`);

/** As the button opens them. */
export const usualPictures = printPictures(USUAL);
