import { door } from '@/server/http-door';
import { receiver } from '@/server/ingest/receiver';
import { registerResources } from '@/server/ingest/report-doors';

export { listDoor as GET } from '@/server/resources/read-doors';

export const POST = door(({ request }) => registerResources(receiver(), request));
