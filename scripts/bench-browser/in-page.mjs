// @ts-check
// Runs in the measured page, before its own scripts: looks at each frame, as a person's eyes do.

const MOST_WAIT_MS = 60_000;

const grid = () => document.querySelector('[role=grid][aria-label=Resources]');

/** Whether each place in sight holds a row that is here. */
function isFilled() {
  const scroller = grid();
  const head = scroller?.querySelector('.grid-head');
  if (!scroller || !head) return false;
  const top = head.getBoundingClientRect().bottom;
  const bottom = scroller.getBoundingClientRect().bottom;
  let [covered, rowHeight] = [0, 0];
  for (const row of scroller.querySelectorAll('[data-rank]')) {
    const place = row.getBoundingClientRect();
    if (place.bottom <= top || place.top >= bottom) continue;
    if (row.getAttribute('aria-busy') === 'true') return false;
    rowHeight = place.height;
    covered += Math.min(place.bottom, bottom) - Math.max(place.top, top);
  }
  const listed = Number(scroller.getAttribute('aria-rowcount'));
  return covered >= Math.min(bottom - top, listed * rowHeight) - 1;
}

const isAnswered = () => ['[role=grid][aria-label=Resources]', '[data-facets]'].every((part) => document.querySelector(part)?.getAttribute('aria-busy') !== 'true');
const shownQuery = () => new URLSearchParams(window.location.search).get('q') ?? '';
/** @param {string} query */
const isShown = (query) => () => shownQuery() === query && isAnswered() && isFilled();

/**
 * The time of the first frame that follows the one in which `holds` did; milliseconds since the page was asked for.
 * @param {() => boolean} holds
 * @returns {Promise<number>}
 */
const painted = (holds) =>
  new Promise((resolve, reject) => {
    const until = performance.now() + MOST_WAIT_MS;
    const look = () => {
      if (holds()) requestAnimationFrame(() => resolve(performance.now()));
      else if (performance.now() > until) reject(new Error(`not shown within ${MOST_WAIT_MS} ms: ${window.location.href}`));
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });

/**
 * @param {string} key
 * @returns {Promise<number>}
 */
const pressOf = (key) =>
  new Promise((resolve) => {
    const onKeyDown = (/** @type {KeyboardEvent} */ event) => {
      if (event.key !== key) return;
      document.removeEventListener('keydown', onKeyDown, true);
      resolve(performance.now());
    };
    document.addEventListener('keydown', onKeyDown, true);
  });

let [longestBlank, blankSince] = [0, 0];
let watching = false;

function watchFrame() {
  if (!watching) return;
  const now = performance.now();
  if (isFilled()) blankSince = now;
  else longestBlank = Math.max(longestBlank, now - blankSince);
  requestAnimationFrame(watchFrame);
}

/** React keeps a property of its own on each element that it has taken over. */
const isTakenOver = () => [...document.querySelectorAll('#main :is(button, input, a)')].every((element) => Object.keys(element).some((key) => key.startsWith('__react')));

const eyes = {
  firstRows: painted(isFilled),
  takenOver: painted(() => isFilled() && isTakenOver()),

  /** @param {string} query */
  async untilShown(query) {
    await painted(isShown(query));
  },

  /**
   * From the press of this key until the rows and the facets of the query are painted.
   * @param {string} key
   * @param {string} query
   */
  async afterKey(key, query) {
    const start = await pressOf(key);
    return (await painted(isShown(query))) - start;
  },

  /**
   * From the press of Enter until the element is painted, and until the edit has its answer.
   * @param {string} selector
   */
  async afterEdit(selector) {
    const start = await pressOf('Enter');
    const shown = (await painted(() => document.querySelector(selector) !== null)) - start;
    let answered = Infinity;
    await painted(() => {
      const answers = performance.getEntriesByType('resource').filter(({ name }) => name.includes('tags.edit'));
      for (const answer of answers) if (answer instanceof PerformanceResourceTiming && answer.startTime >= start) answered = answer.responseEnd;
      return Number.isFinite(answered);
    });
    performance.clearResourceTimings();
    return { shown, confirmed: answered - start };
  },

  startWatching() {
    [longestBlank, blankSince, watching] = [0, performance.now(), true];
    requestAnimationFrame(watchFrame);
  },

  /** The longest that a place in sight was empty, in milliseconds. */
  stopWatching() {
    watching = false;
    return longestBlank;
  },
};

Object.assign(window, { eyes });
