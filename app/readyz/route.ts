import { readinessAnswer } from '@/server/readiness';

export const dynamic = 'force-dynamic';

export { readinessAnswer as GET };
