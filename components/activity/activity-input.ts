/** Server and browser ask for the first page alike, so that what the server has read is found again. */
export const ACTIVITY_INPUT = { limit: 50 };
