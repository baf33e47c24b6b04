/** What a scrape of `/metrics` says of the server's process; the delay counts from the scrape before. */
export interface ProcessFigures {
  rssMB: number;
  /** Milliseconds. */
  eventLoopP99: number;
  eventLoopMax: number;
}

export async function processFigures(url: string): Promise<ProcessFigures> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const value = (name: string) => {
    const [, figure] = new RegExp(`^${name} (\\S+)$`, 'm').exec(text) ?? [];
    if (figure === undefined) throw new Error(`/metrics says nothing of ${name}`);
    return Number(figure);
  };
  return {
    rssMB: Math.round(value('process_resident_memory_bytes') / 1e6),
    eventLoopP99: Math.round(value('nodejs_eventloop_lag_p99_seconds') * 1_000),
    eventLoopMax: Math.round(value('nodejs_eventloop_lag_max_seconds') * 1_000),
  };
}
