import { door } from '@/server/http-door';
import { takeHeartbeats } from '@/server/ingest/report-doors';
import { receiver } from '@/server/ingest/receiver';

export const POST = door(({ request }) => takeHeartbeats(receiver(), request));
