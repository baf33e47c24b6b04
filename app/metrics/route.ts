import { metricsAnswer } from '@/server/metrics';

export const dynamic = 'force-dynamic';

export { metricsAnswer as GET };
