export const dynamic = 'force-dynamic';

export const GET = (): Response => Response.json({ alive: true }, { headers: { 'cache-control': 'no-store' } });
