/** How many changes the page shows at first. Server and browser ask for the same. */
export const CHANGES_FIRST = 10;
