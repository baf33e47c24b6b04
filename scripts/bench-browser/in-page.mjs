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

const isAnswered = () => ['[role=grid][aria-label=Resources]', 'aside[aria-label=Filters]'].every((part) => document.querySelector(part)?.getAttribute('aria-busy') !== 'true');
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

/** When the last edit had its answer. */
const answerOfEdit = () =>
  performance
    .getEntriesByType('resource')
    .filter(({ name }) => name.includes('tags.edit'))
    .map((entry) => (entry instanceof PerformanceResourceTiming ? entry.responseEnd : 0))
    .at(-1);

let lastPress = 0;
document.addEventListener('keydown', () => (lastPress = performance.now()), true);

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
   * Begins to look for the rows and the facets of the query; `shownAfter` is when they are painted, since the last press of a key.
   * @param {string} query
   */
  lookFor(query) {
    this.shownAfter = painted(isShown(query)).then((time) => time - lastPress);
  },

  /**
   * Begins to look for what an edit shows; `editedAfter` is when it is painted, and when the edit has its answer, since the last press.
   * @param {string} selector
   */
  lookForEdit(selector) {
    performance.clearResourceTimings();
    this.editedAfter = painted(() => document.querySelector(selector) !== null).then(async (time) => {
      const start = lastPress;
      await painted(() => answerOfEdit() !== undefined);
      return { shown: time - start, confirmed: (answerOfEdit() ?? Infinity) - start };
    });
  },

  /** @type {Promise<number> | undefined} */
  shownAfter: undefined,
  /** @type {Promise<{ shown: number, confirmed: number }> | undefined} */
  editedAfter: undefined,

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
