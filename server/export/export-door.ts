import * as z from 'zod/mini';
import { readColumns } from '@/domain/columns';
import { EXPORT_FORMATS, exportWriter, type ExportWriter } from '@/domain/export-formats';
import type { Resource } from '@/domain/resource';
import { database } from '../database';
import { badInput } from '../errors';
import { door } from '../http-door';
import { readParameters } from '../read-parameters';
import { exportPages } from './export-pages';
import { streamOf } from './stream-of';

const ExportInput = z.strictObject({
  q: z._default(z.string(), ''),
  format: z.enum(EXPORT_FORMATS),
  columns: z.optional(z.string()),
  sort: z._default(z.string(), ''),
});

/** Streams every match. What is wrong with the query is answered before the first byte; what breaks later breaks the transfer off. */
export const exportDoor = door(async ({ request, api }) => {
  const { format, columns, ...query } = z.parse(ExportInput, readParameters(request, { q: 'text', format: 'text', columns: 'text', sort: 'text' }));
  const writer = exportWriter(format, columns === undefined ? undefined : columnsIn(columns));
  const pages = exportPages({ api, db: database() }, query);
  const first = await pages.next();
  return new Response(streamOf(written(writer, first.done ? [] : first.value, pages)), {
    headers: {
      'content-type': writer.contentType,
      'content-disposition': `attachment; filename="resources-${new Date().toISOString().slice(0, 10)}.${format}"`,
      'cache-control': 'no-store',
    },
  });
});

function columnsIn(text: string) {
  const read = readColumns(text);
  if ('problem' in read) throw badInput([{ path: 'columns', message: read.problem }]);
  return read.columns;
}

async function* written({ head, row, foot }: ExportWriter, firstPage: Resource[], later: AsyncGenerator<Resource[]>): AsyncGenerator<string> {
  yield head + firstPage.map((resource, place) => row(resource, place === 0)).join('');
  for await (const page of later) yield page.map((resource) => row(resource, false)).join('');
  yield foot;
}
