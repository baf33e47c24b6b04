import { expect, it } from 'vitest';
import { statusReason } from './status-reason';

const NOW = Date.parse('2026-11-24T10:42:07Z');

it('says nothing of what is well', () => {
  expect(statusReason({ kind: 'host', status: 'Online', lastSeen: '2026-11-24T10:42:00Z' }, NOW)).toBeUndefined();
});

it('says since when, and after how much silence', () => {
  expect(statusReason({ kind: 'host', status: 'Offline', lastSeen: '2026-11-24T09:41:07Z' }, NOW)).toEqual({
    title: 'Offline for 46 min, since 09:56:07 UTC',
    why: 'Last signal 09:41:07 UTC; a host is offline after 15 min of silence.',
  });
  expect(statusReason({ kind: 'otel', status: 'Idle', lastSeen: '2026-11-24T10:36:07Z' }, NOW)).toEqual({
    title: 'Idle for 1 min, since 10:41:07 UTC',
    why: 'Last signal 10:36:07 UTC; an OTel source is idle after 5 min of silence.',
  });
  expect(statusReason({ kind: 'agent', status: 'Offline', lastSeen: '2026-11-20T23:59:59Z' }, NOW)?.title).toBe('Offline for 3 d, since 21 Nov 2026, 00:14:59 UTC');
});

it('believes a source that knows more than the silence does', () => {
  expect(statusReason({ kind: 'syslog', status: 'Offline', lastSeen: '2026-11-24T10:42:00Z' }, NOW)).toEqual({
    title: 'Offline',
    why: 'Last signal 10:42:00 UTC; its source reported it offline.',
  });
});

it('says what unknown means', () => {
  expect(statusReason({ kind: 'app', status: 'Unknown', lastSeen: '2026-11-24T10:42:00Z' }, NOW)?.why).toContain('No telemetry of it has arrived');
});
