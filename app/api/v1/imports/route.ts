import { door } from '@/server/http-door';
import { importFile } from '@/server/ingest/report-doors';
import { receiver } from '@/server/ingest/receiver';

export const POST = door(({ request }) => importFile(receiver(), request));
