import * as z from 'zod/mini';
import { MAX_TAGS_PER_RESOURCE } from './tags';

const lowerKey = z.pipe(
  z.string(),
  z.transform((key: string) => key.toLowerCase()),
);

/** What a person asks for; check it with `readTagPatch`. It stands apart from the rules, which the browser needs without zod. */
export const TagPatchShape = z.strictObject({
  set: z.optional(z.record(z.string(), z.string())),
  remove: z.optional(z.array(lowerKey).check(z.maxLength(MAX_TAGS_PER_RESOURCE))),
});
