// @ts-check
import { launch } from './launch.mjs';

await launch({ mode: 'dev', demo: false });
