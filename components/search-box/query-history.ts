const KEY = 'gosight.queries';
const KEPT = 20;

/** The queries that were asked in this browser, the last one first. */
export function readHistory(): string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(stored) ? stored.filter((query) => typeof query === 'string') : [];
  } catch {
    return []; // storage is refused, or another page wrote there
  }
}

export function rememberQuery(query: string): void {
  const text = query.trim();
  if (text === '') return;
  try {
    localStorage.setItem(KEY, JSON.stringify([text, ...readHistory().filter((other) => other !== text)].slice(0, KEPT)));
  } catch {
    // Nothing is lost but convenience.
  }
}
