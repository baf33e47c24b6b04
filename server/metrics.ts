import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { fleetState } from './fleet/fleet';
import { heartbeats } from './heartbeats';
import { processFeed } from './live/process-feed';

declare global {
  // Next puts modules into several bundles; the process is measured once.
  var gosightMetrics: Registry | undefined;
}

/** What this process tells Prometheus: memory, garbage collection, the event loop's delay since the last scrape, and its own gauges. */
export async function metricsAnswer(): Promise<Response> {
  const registry = (globalThis.gosightMetrics ??= measuredProcess());
  return new Response(await registry.metrics(), { headers: { 'content-type': registry.contentType, 'cache-control': 'no-store' } });
}

function measuredProcess(): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const gauge = (name: string, help: string, read: () => number) =>
    new Gauge({
      name,
      help,
      registers: [registry],
      collect() {
        this.set(read());
      },
    });
  gauge('gosight_fleet_index_ready', '1 while the fleet index answers, 0 while SQL does', () => (fleetState().state === 'ready' ? 1 : 0));
  gauge('gosight_fleet_index_resources', 'Resources in the fleet index, retired ones included', () => {
    const state = fleetState();
    return state.state === 'ready' ? state.resources : 0;
  });
  gauge('gosight_heartbeats_waiting', 'Heartbeats that were accepted and are not stored yet', () => heartbeats().size);
  gauge('gosight_live_pages', 'Open pages that follow the rows they show', () => processFeed().size);
  return registry;
}
