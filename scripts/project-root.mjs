// @ts-check
import { fileURLToPath } from 'node:url';

/** The checkout, wherever the command was called from. */
export const PROJECT_ROOT = fileURLToPath(new URL('..', import.meta.url));
