import { gzipSync } from 'node:zlib';

/** The gzip bytes, in kB, of every script that the document names, less those that only old browsers load. */
export async function firstViewGzipKB(url: string): Promise<number> {
  const html = await (await fetch(`${url}/resources`)).text();
  let bytes = 0;
  for (const source of scriptSources(html)) {
    const answer = await fetch(new URL(source, url));
    if (!answer.ok) throw new Error(`${source} answered ${answer.status}`);
    bytes += gzipSync(Buffer.from(await answer.arrayBuffer())).length;
  }
  return Math.round(bytes / 100) / 10;
}

export function scriptSources(html: string): string[] {
  const tags = [...html.matchAll(/<script\b[^>]*>/gi)].map(([tag]) => tag).filter((tag) => !/\snomodule\b/i.test(tag));
  return [...new Set(tags.flatMap((tag) => /\ssrc="([^"]+)"/i.exec(tag)?.[1] ?? []))].map((source) => source.replaceAll('&amp;', '&'));
}
