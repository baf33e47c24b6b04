const WITH_SEPARATORS = new Intl.NumberFormat('en-US');

/** Always the whole number, never `14k`; one locale, so that server and browser write the same. */
export const exactNumber = (value: number): string => WITH_SEPARATORS.format(value);
