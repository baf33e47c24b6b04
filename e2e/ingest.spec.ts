import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-proto';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { postInChunks } from './post-in-chunks';
import { ownMark } from './register';

/** The rows of the inventory that have this in their name. */
async function rowsNamed(page: Page, mark: string) {
  await page.goto(`/resources?q=name:*${mark}*`);
  return page.getByRole('grid', { name: 'Resources' }).getByRole('row').filter({ hasText: mark });
}

test('a running OpenTelemetry SDK shows up as an app on its host', async ({ page, product }) => {
  const mark = ownMark();
  const [service, host] = [`checkout-${mark}`, `web-${mark}.example.com`];
  const exporter = new OTLPMetricExporter({ url: `${product.url}/v1/metrics` });
  const provider = new MeterProvider({
    resource: resourceFromAttributes({ 'service.name': service, 'service.version': '1.4.2', 'host.name': host, 'host.arch': 'arm64' }),
    readers: [new PeriodicExportingMetricReader({ exporter, exportIntervalMillis: 3_600_000 })],
  });
  provider.getMeter('e2e').createCounter('orders').add(1);
  await provider.forceFlush();
  await provider.shutdown();

  const rows = await rowsNamed(page, mark);
  await expect(rows).toHaveCount(2);
  const app = rows.filter({ has: page.getByRole('link', { name: service, exact: true }) });
  await expect(app.getByRole('gridcell')).toContainText(['', 'app', 'Online']);
  await app.getByRole('link', { name: host, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: host })).toBeVisible();
  const children = page.getByRole('table', { name: /^Children/ }).getByRole('row').filter({ hasText: mark });
  await expect(children).toHaveCount(1);
  await children.getByRole('link', { name: service, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: service })).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Ancestors' }).getByRole('link')).toHaveText(['Inventory', host]);
});

test('an imported kubectl dump shows nodes and the containers on them', async ({ page, request }) => {
  const mark = ownMark();
  const node = (number: number) => ({ kind: 'Node', metadata: { name: `node-${number}-${mark}`, uid: `${mark}-node-${number}` }, status: { nodeInfo: { architecture: 'amd64' } } });
  const pod = (name: string, number: number, containers: string[]) => ({
    kind: 'Pod',
    metadata: { name: `${name}-${mark}`, namespace: 'shop', uid: `${mark}-${name}` },
    spec: { nodeName: `node-${number}-${mark}` },
    status: { phase: 'Running', containerStatuses: containers.map((each) => ({ name: `${each}-${mark}`, image: `registry.example.com/${each}:1.2`, state: { running: {} } })) },
  });
  const items = [node(1), node(2), pod('cart', 1, ['cart', 'proxy']), pod('search', 2, ['search']), { kind: 'Service', metadata: { name: 'cart' } }];
  const answer = await request.post('/api/v1/imports?format=kubernetes', { data: { apiVersion: 'v1', kind: 'List', items } });
  expect(answer.status(), await answer.text()).toBe(200);
  expect(await answer.json()).toEqual({ created: 5, updated: 0, unchanged: 0, skipped: [{ reason: 'Service is neither a Node nor a Pod', count: 1 }], errors: [] });

  const rows = await rowsNamed(page, mark);
  await expect(rows).toHaveCount(5);
  await rows.filter({ has: page.getByRole('link', { name: `cart-${mark}`, exact: true }) }).getByRole('link', { name: `node-1-${mark}`, exact: true }).click();
  const children = page.getByRole('table', { name: /^Children/ }).getByRole('row').filter({ hasText: mark });
  await expect(children.getByRole('link')).toHaveText([`cart-${mark}`, `proxy-${mark}`]);
});

test('30 MB of protobuf in chunks, their length unsaid, arrive whole', async ({ product, request }) => {
  const mark = ownMark();
  const COUNT = 300;
  const padding = field(2, field(2, field(1, Buffer.alloc(100_000, 'x'))));
  const blocks = Array.from({ length: COUNT }, (_, number) => field(1, Buffer.concat([field(1, attribute('host.name', `h${number}-${mark}`)), padding])));
  expect(Buffer.concat(blocks).length).toBeGreaterThan(30_000_000);
  const { status, body } = await postInChunks(`${product.url}/v1/metrics`, 'application/x-protobuf', blocks);
  // An empty answer: nothing was rejected.
  expect({ status, body: body.toString() }).toEqual({ status: 200, body: '' });
  const { total }: { total: unknown } = await (await request.get(`/api/v1/resources?q=name:*-${mark}&limit=1`)).json();
  expect(total).toEqual({ value: COUNT, relation: 'eq' });
});

/** A field of protobuf that holds bytes. */
function field(number: number, content: Uint8Array): Buffer {
  const length: number[] = [];
  for (let left = content.length; ; left >>>= 7) {
    length.push(left > 127 ? (left & 127) | 128 : left);
    if (left <= 127) break;
  }
  return Buffer.concat([Buffer.from([(number << 3) | 2, ...length]), content]);
}

/** A KeyValue of a Resource. */
const attribute = (key: string, value: string): Buffer => field(1, Buffer.concat([field(1, Buffer.from(key)), field(2, field(1, Buffer.from(value)))]));
