import { type NextRequest, NextResponse } from 'next/server';
import { checkOrigin } from '@/server/check-origin';
import { problem } from '@/server/problem';

/** No page and no procedure for a foreign host or origin. */
export function proxy(request: NextRequest): Response {
  try {
    checkOrigin(request);
    return NextResponse.next();
  } catch (error) {
    return problem(error);
  }
}

export const config = {
  // Left out: the doors that take large bodies, which a proxy in the way would cut at 10 MiB (they check for themselves), the
  // probes, which know the server by its address, and the build's own files.
  matcher: ['/((?!v1/|api/v1/|healthz$|readyz$|_next/static/).*)'],
};
