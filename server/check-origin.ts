import { env } from './env.mjs';
import { AppError } from './errors';

const LOOPBACK_NAMES = new Set(['localhost', '127.0.0.1', '[::1]']);
const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Neither a foreign page nor a name that was rebound to this machine may read or write: the Host must be the loopback or one
 * that GOSIGHT_ALLOWED_HOSTS names, and a write that has an Origin comes from that same host.
 */
export function checkOrigin(request: Pick<Request, 'method' | 'headers'>): void {
  const host = (request.headers.get('host') ?? '').toLowerCase();
  if (!isAllowedHost(host, env.GOSIGHT_ALLOWED_HOSTS)) {
    throw new AppError('forbidden_origin', 'This host name is not served here. GOSIGHT_ALLOWED_HOSTS lists further names.');
  }
  const origin = request.headers.get('origin');
  if (origin === null || READS.has(request.method)) return;
  if (hostOf(origin) !== host) throw new AppError('forbidden_origin', 'A page of another origin may not write here.');
}

export function isAllowedHost(host: string, allowed: readonly string[]): boolean {
  const name = host.replace(/:\d+$/, '');
  return LOOPBACK_NAMES.has(name) || allowed.includes(host) || allowed.includes(name);
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
