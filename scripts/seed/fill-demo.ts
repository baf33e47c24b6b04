import { env } from '@/server/env.mjs';
import { say } from '../progress.mjs';
import { fillDemo } from './demo-fleet';

const count = await fillDemo(env.DATABASE_URL);
if (count > 0) say(`✓ Filled the registry with a demo fleet of ${count} resources`);
