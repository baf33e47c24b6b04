/** How a query is asked: `push` makes a step that Back undoes; `replace` goes on with the one before. */
export type Step = 'push' | 'replace';
