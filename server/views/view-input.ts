import * as z from 'zod/mini';
import { MAX_SLUG_LENGTH } from '@/domain/view-slug';
import { LIMITS } from '@/domain/selector/limits';
import { VIEW_LIMITS } from '@/domain/saved-view';

/** Forty columns of the longest keys. */
const MAX_COLUMNS_TEXT = 12_000;
const MAX_SHORT_TEXT = 1_000;

const text = (most: number) => z.string().check(z.maxLength(most), z.refine((value) => !/\u0000|\p{Surrogate}/u.test(value), 'this text cannot be stored'));

/** Whether there is such a view is asked where views are kept: a text that could be no slug names none. */
const slug = text(4 * MAX_SLUG_LENGTH);

/** What somebody says of a view; what is left out is the usual, or stays as it is. */
const ViewParts = z.strictObject({
  name: z.optional(z.pipe(text(4 * VIEW_LIMITS.nameCharacters), z.transform((name: string) => name.trim().normalize('NFC')))),
  slug: z.optional(slug),
  q: z.optional(text(LIMITS.characters)),
  sort: z.optional(text(MAX_SHORT_TEXT)),
  columns: z.optional(text(MAX_COLUMNS_TEXT)),
  pinned: z.optional(z.int().check(z.minimum(0), z.maximum(99))),
  group: z.optional(text(MAX_SHORT_TEXT)),
  density: z.optional(z.string()),
  picture: z.optional(text(VIEW_LIMITS.pictureCharacters)),
  isDefault: z.optional(z.boolean()),
});

export type ViewParts = z.infer<typeof ViewParts>;

export const ListViewsInput = z.strictObject({ counts: z.optional(z.enum(['exact', 'none'])) });
export const OneViewInput = z.strictObject({ slug });
/** Without a slug the name makes one. */
export const SaveViewInput = ViewParts;
/** With the revision that the person saw, the change is refused when the view has moved on. */
export const UpdateViewInput = z.strictObject({ slug, revision: z.optional(z.int().check(z.nonnegative())), change: ViewParts });
export const DuplicateViewInput = z.strictObject({ slug, name: z.optional(z.string()) });
export const RemoveViewInput = z.strictObject({ slug, revision: z.optional(z.int().check(z.nonnegative())) });
/** Null: no view opens by itself. */
export const DefaultViewInput = z.strictObject({ slug: z.nullable(slug) });
