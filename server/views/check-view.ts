import type { Db } from '@/db/client';
import { refuseUnknownIds } from '@/db/selector/refuse-unknown-ids';
import type { ViewDraft } from '@/db/views/write-view';
import { readColumns } from '@/domain/columns';
import { DENSITIES } from '@/domain/density';
import { fold } from '@/domain/fold';
import { readGrouping } from '@/domain/grouping';
import { type SavedView, viewNameProblem } from '@/domain/saved-view';
import { expandViews } from '@/domain/selector/expand-views';
import { parseSelector } from '@/domain/selector/parse-selector';
import { brokenView, viewsAsking } from '@/domain/selector/view-graph';
import { readSort } from '@/domain/sort';
import { isSlug, MAX_SLUG_LENGTH } from '@/domain/view-slug';
import { badInput, type InputProblem } from '../errors';

/** Refuses a view that could not be opened, one whose name or slug another has, and one that would break others. */
export async function checkView(db: Db, draft: ViewDraft, others: readonly SavedView[], before?: SavedView): Promise<void> {
  const problems = [nameProblem(draft, others), slugProblem(draft, others, before), ...settingProblems(draft)].filter((each) => each !== undefined);
  if (problems.length > 0) throw badInput(problems);
  const queries = queriesOf([...others, draft]);
  await refuseUnknownIds(db, expandViews(parseSelector(draft.q), queries, draft.slug));
  const broken = brokenBy(queries, before === undefined ? undefined : queriesOf([...others, before]));
  if (broken !== undefined) throw badInput([{ path: 'q', message: `${broken.slug} asks for this view, and could not be run any more: ${broken.message}` }]);
}

const queriesOf = (views: readonly Pick<SavedView, 'slug' | 'q'>[]): Map<string, string> => new Map(views.map(({ slug, q }) => [slug, q]));

function nameProblem({ name }: ViewDraft, others: readonly SavedView[]): InputProblem | undefined {
  const taken = others.find((other) => fold(other.name) === fold(name));
  const message = viewNameProblem(name) ?? (taken && `there is a view ${taken.name} already`);
  return message === undefined ? undefined : { path: 'name', message };
}

function slugProblem({ slug }: ViewDraft, others: readonly SavedView[], before: SavedView | undefined): InputProblem | undefined {
  if (!isSlug(slug)) return { path: 'slug', message: `a slug is made of letters and digits in lower case with single dashes between them, ${MAX_SLUG_LENGTH} at most` };
  const taken = others.find((other) => other.slug === slug);
  if (taken !== undefined) return { path: 'slug', message: `the view ${taken.name} has this slug` };
  const asking = before === undefined || before.slug === slug ? [] : viewsAsking(before.slug, queriesOf(others));
  return asking.length === 0 ? undefined : { path: 'slug', message: `${asking.join(', ')} ${asking.length === 1 ? 'asks' : 'ask'} for view:${before?.slug}: change that first` };
}

function settingProblems({ sort, columns, group, density }: ViewDraft): (InputProblem | undefined)[] {
  const problemIn = (path: string, read: object) => ('problem' in read ? { path, message: String(read.problem) } : undefined);
  return [
    problemIn('sort', readSort(sort)),
    columns === '' ? undefined : problemIn('columns', readColumns(columns)),
    problemIn('group', readGrouping(group)),
    density === '' || DENSITIES.some((known) => known === density) ? undefined : { path: 'density', message: `it is one of ${DENSITIES.join(', ')}` },
  ];
}

/** The first view that could be run before and cannot any more. */
function brokenBy(after: ReadonlyMap<string, string>, before: ReadonlyMap<string, string> | undefined): { slug: string; message: string } | undefined {
  for (const slug of before?.keys() ?? []) {
    const error = after.has(slug) ? brokenView(slug, after) : undefined;
    if (error !== undefined && before !== undefined && brokenView(slug, before) === undefined) return { slug, message: error.message };
  }
  return undefined;
}
