import { database } from './database';
import { HeartbeatBuffer } from './heartbeat-buffer';

declare global {
  // One flusher per process, whatever the bundle.
  var gosightHeartbeats: HeartbeatBuffer | undefined;
}

/** The process's buffer of heartbeats; `flush()` it before the pool is closed. */
export function heartbeats(): HeartbeatBuffer {
  return (globalThis.gosightHeartbeats ??= new HeartbeatBuffer(database));
}
