import { AppError, ERROR_CODES, type ErrorCode } from '../errors';
import { visibleError } from '../visible-error';
import { UndecodableError } from './attribute-map';

export type OtlpFormat = 'protobuf' | 'json';

const CONTENT_TYPES = { protobuf: 'application/x-protobuf', json: 'application/json' } as const;

/** `google.rpc.Code` of each error. */
const GRPC_CODES: Partial<Record<ErrorCode, number>> = {
  bad_request: 3, unsupported_media_type: 3, not_found: 5, forbidden_origin: 7, too_large: 8, method_not_allowed: 12, unavailable: 14,
};
const GRPC_INTERNAL = 13;

/** An export response; a message says what was not taken, and that sending it again is no use. */
export function otlpSuccess(format: OtlpFormat, message: string | undefined): Response {
  if (format === 'json') return answer(200, format, JSON.stringify(message === undefined ? {} : { partialSuccess: { errorMessage: message } }));
  return answer(200, format, message === undefined ? new Uint8Array(0) : bytesField(1, bytesField(2, Buffer.from(message))));
}

/** Whatever was thrown, as a `google.rpc.Status` in the format of the request. */
export function otlpProblem(format: OtlpFormat, thrown: unknown): Response {
  const error = thrown instanceof UndecodableError ? new AppError('bad_request', thrown.message) : visibleError(thrown);
  const code = GRPC_CODES[error.code] ?? GRPC_INTERNAL;
  const headers: Record<string, string> = {};
  if (error.code === 'unavailable') headers['retry-after'] = '2';
  // The rest of the body is never read, so the next request on this connection would wait for it.
  if (error.code === 'too_large') headers.connection = 'close';
  const body = format === 'json' ? JSON.stringify({ code, message: error.message }) : Buffer.concat([Buffer.from([0x08, code]), bytesField(2, Buffer.from(error.message))]);
  return answer(ERROR_CODES[error.code].status, format, body, headers);
}

function answer(status: number, format: OtlpFormat, body: string | Uint8Array, headers: Record<string, string> = {}): Response {
  const content = typeof body === 'string' ? body : Uint8Array.from(body);
  return new Response(content, { status, headers: { 'content-type': CONTENT_TYPES[format], 'x-content-type-options': 'nosniff', ...headers } });
}

function bytesField(number: number, bytes: Uint8Array): Buffer {
  const length: number[] = [];
  for (let rest = bytes.length; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) {
      length.push(rest);
      break;
    }
    length.push((rest % 128) | 0x80);
  }
  return Buffer.concat([Buffer.from([number * 8 + 2, ...length]), bytes]);
}
