import { createContext } from '../context';
import { heartbeats } from '../heartbeats';
import { KnownBlocks } from './known-blocks';
import type { OtlpReceiver } from './receive-otlp';

declare global {
  var gosightKnownBlocks: KnownBlocks | undefined;
}

/** What the process's doors store with. */
export const receiver = (): OtlpReceiver => ({
  ...createContext(),
  heartbeats: heartbeats(),
  blocks: (globalThis.gosightKnownBlocks ??= new KnownBlocks()),
});
