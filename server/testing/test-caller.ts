import type { Db } from '@/db/client';
import { type Actor, LOCAL_PERSON } from '@/domain/actor';
import { caller, type Caller } from '../caller';

/** The API as somebody sees it, on a test's own database. */
export const testCaller = (db: Db, actor: Actor = LOCAL_PERSON): Caller => caller({ db, actor });
