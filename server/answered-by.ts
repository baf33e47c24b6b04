import type { Context } from './context';

/** Says whether the fleet index or SQL answered; nothing when neither was asked. */
export function answeredBy(context: Context | undefined): Record<string, string> {
  const answerer = context?.fleet?.answeredBy;
  return answerer === undefined ? {} : { 'x-gosight-answered-by': answerer };
}
