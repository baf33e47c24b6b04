import { AppError } from './errors';

const MAX_BYTES = 256 * 1024 * 1024;

declare global {
  // Counted once per process, whatever the bundle.
  var gosightBytesInFlight: number | undefined;
}

/** The memory that one request's body takes, out of what all of them may take together. */
export class BodyAllowance {
  private held = 0;

  hold(bytes: number): void {
    const all = globalThis.gosightBytesInFlight ?? 0;
    if (all + bytes > MAX_BYTES) throw new AppError('unavailable', 'Too many large requests at once. Try again in a moment.');
    globalThis.gosightBytesInFlight = all + bytes;
    this.held += bytes;
  }

  release(): void {
    globalThis.gosightBytesInFlight = (globalThis.gosightBytesInFlight ?? 0) - this.held;
    this.held = 0;
  }
}
