import * as z from 'zod/mini';
import { answerJson, door } from './http-door';
import { readParameters } from './read-parameters';
import { SuggestInput as QueryInput } from './resources/suggest';
import { SuggestInput as TagInput } from './tags/suggest';

/** What may stand at a place of a query (`q`, `at`); or the keys and values in use (`space`, `key`, `prefix`). */
export const suggestDoor = door(async ({ request, api }) => {
  const asked = readParameters(request, { q: 'text', at: 'number', space: 'text', key: 'text', prefix: 'text', limit: 'number' });
  if (asked.q === undefined && asked.at === undefined) return answerJson(await api.tags.suggest(z.parse(TagInput, asked)));
  return answerJson(await api.resources.suggest(z.parse(QueryInput, asked)));
});
