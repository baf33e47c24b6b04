const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** How long, in one unit, rounded down: `4 s`, `9 min`, `1 h`, `2 d`. What lies ahead (a clock that runs fast) is `0 s`. */
export function spanInWords(ms: number): string {
  if (ms < SECOND_MS) return '0 s';
  if (ms < MINUTE_MS) return `${Math.floor(ms / SECOND_MS)} s`;
  if (ms < HOUR_MS) return `${Math.floor(ms / MINUTE_MS)} min`;
  if (ms < DAY_MS) return `${Math.floor(ms / HOUR_MS)} h`;
  return `${Math.floor(ms / DAY_MS).toLocaleString('en-US')} d`;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const twoDigits = (n: number) => String(n).padStart(2, '0');

/** `24 Nov 2026, 09:56:07 UTC`: built by hand, since Intl's output differs between the server's ICU and a browser's. */
export function exactTime(time: string | number): string {
  const at = new Date(time);
  return `${at.getUTCDate()} ${MONTHS[at.getUTCMonth()]} ${at.getUTCFullYear()}, ${clockTime(time)}`;
}

/** `09:56:07 UTC` */
export function clockTime(time: string | number): string {
  const at = new Date(time);
  return `${twoDigits(at.getUTCHours())}:${twoDigits(at.getUTCMinutes())}:${twoDigits(at.getUTCSeconds())} UTC`;
}

/** The clock alone when it was on the same UTC day, else with its date. */
export function timeSeenFrom(time: string | number, now: number): string {
  return Math.floor(new Date(time).getTime() / DAY_MS) === Math.floor(now / DAY_MS) ? clockTime(time) : exactTime(time);
}

/** As short as a time line needs it: `10:01` on the same day, `21 Nov` in the same year, else `21 Nov 2025`. */
export function shortTime(time: string, now: number): string {
  const at = new Date(time);
  const today = new Date(now);
  if (at.toISOString().slice(0, 10) === today.toISOString().slice(0, 10)) return clockTime(time).slice(0, 5);
  const day = `${at.getUTCDate()} ${MONTHS[at.getUTCMonth()]}`;
  return at.getUTCFullYear() === today.getUTCFullYear() ? day : `${day} ${at.getUTCFullYear()}`;
}
