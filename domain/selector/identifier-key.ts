/** Keys whose values are identifiers: free text finds them by their beginning only. The same pattern in SQL and here. */
export const IDENTIFIER_KEY_PATTERN = '^(agent|container|device|host|instance|machine|service_instance)[._]id$|[._]uu?id$';

const IDENTIFIER_KEY = new RegExp(IDENTIFIER_KEY_PATTERN);

export const isIdentifierKey = (key: string): boolean => IDENTIFIER_KEY.test(key);

/** Shorter words find no identifier. */
export const SHORTEST_IDENTIFIER_PREFIX = 6;
