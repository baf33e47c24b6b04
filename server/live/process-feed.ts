import { database } from '../database';
import { log } from '../log';
import { LiveFeed } from './live-feed';

declare global {
  // Next puts modules into several bundles; the process looks at the feed once for all of its pages.
  var gosightLiveFeed: LiveFeed | undefined;
}

/** The process's own. */
export const processFeed = (): LiveFeed => (globalThis.gosightLiveFeed ??= new LiveFeed({ db: database, log }));
