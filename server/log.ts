import pino, { type Logger } from 'pino';
import { env } from './env.mjs';

/** On standard error, so that standard output belongs to the commands. Synchronous: nothing is lost when the process ends. */
export const log: Logger = pino({ level: env.LOG_LEVEL, base: null }, pino.destination({ dest: 2, sync: true }));
