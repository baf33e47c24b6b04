import { expect, test } from 'vitest';
import { uuidV7 } from '@/domain/uuid-v7';
import { heartbeats } from './heartbeats';
import { metricsAnswer } from './metrics';

test('tells Prometheus of the process, of its index, of the heartbeats that wait and of the pages that follow', async () => {
  heartbeats().add([{ id: uuidV7(), seenAt: 0 }, { id: uuidV7(), seenAt: 0 }]);
  const answer = await metricsAnswer();
  expect(answer.headers.get('content-type')).toContain('text/plain');
  const lines = (await answer.text()).split('\n');
  expect(lines).toEqual(expect.arrayContaining(['gosight_heartbeats_waiting 2', 'gosight_fleet_index_ready 0', 'gosight_fleet_index_resources 0', 'gosight_live_pages 0']));
  expect(lines.some((line) => /^process_resident_memory_bytes \d+/.test(line))).toBe(true);
  expect(lines.some((line) => /^nodejs_eventloop_lag_max_seconds \S+/.test(line))).toBe(true);
});
