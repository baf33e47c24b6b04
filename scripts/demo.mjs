// @ts-check
import { launch } from './launch.mjs';

await launch({ mode: 'start', demo: true });
