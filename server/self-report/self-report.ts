import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-proto';
import { type Resource, detectResources, envDetector, hostDetector, osDetector, processDetector, resourceFromAttributes } from '@opentelemetry/resources';
import { MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics';
import { env } from '../env.mjs';
import { log } from '../log';

const EXPORT_EVERY_MS = 30_000;
const EXPORT_WITHIN_MS = 10_000;
const EVERYWHERE = new Set(['0.0.0.0', '::']);

/** The server as a source of telemetry like any other: it shows up, with its host, in its own inventory. */
export function startSelfReport(url = ownAddress()): { stop: () => Promise<void> } {
  const exporter = new OTLPMetricExporter({ url: `${url}/v1/metrics`, timeoutMillis: EXPORT_WITHIN_MS });
  const reader = new PeriodicExportingMetricReader({ exporter, exportIntervalMillis: EXPORT_EVERY_MS, exportTimeoutMillis: EXPORT_WITHIN_MS });
  const provider = new MeterProvider({ resource: describeProcess(), readers: [reader] });
  const meter = provider.getMeter('gosight-registry');
  meter.createObservableGauge('process.uptime', { unit: 's' }).addCallback((result) => result.observe(process.uptime()));
  meter.createObservableGauge('process.memory.usage', { unit: 'By' }).addCallback((result) => result.observe(process.memoryUsage.rss()));
  // The exporter tries again while the door is not open yet.
  provider.forceFlush().catch((error: unknown) => log.debug({ err: error }, 'the first report about the server itself was not taken'));
  return {
    async stop() {
      // The door is closing, so nothing more is sent through it.
      await exporter.shutdown();
      await provider.shutdown({ timeoutMillis: 1_000 }).catch(() => undefined);
    },
  };
}

function ownAddress(): string {
  const host = EVERYWHERE.has(env.HOST) ? '127.0.0.1' : env.HOST;
  return `http://${host.includes(':') ? `[${host}]` : host}:${env.PORT}`;
}

/** What the detectors find, without command lines, which may hold secrets. */
function describeProcess(): Resource {
  const detected = detectResources({ detectors: [hostDetector, osDetector, processDetector, envDetector] });
  const pending = detected.waitForAsyncAttributes?.().then(() => detected.attributes) ?? Promise.resolve(detected.attributes);
  const names = ['host.name', 'host.id', 'host.arch', 'os.type', 'os.version', 'process.runtime.name', 'process.runtime.version', 'process.executable.name', 'deployment.environment.name'];
  const later = (name: string) => pending.then((attributes) => attributes[name]);
  return resourceFromAttributes({
    ...Object.fromEntries(names.map((name) => [name, later(name)])),
    'service.name': 'gosight-registry',
    'service.namespace': 'gosight',
  });
}
