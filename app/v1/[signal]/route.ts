import { receiveOtlp } from '@/server/ingest/receive-otlp';
import { receiver } from '@/server/ingest/receiver';

export const dynamic = 'force-dynamic';

export async function POST(request: Request, { params }: { params: Promise<{ signal: string }> }): Promise<Response> {
  return receiveOtlp(receiver(), request, (await params).signal);
}
