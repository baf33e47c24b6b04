/** The same pattern in SQL and here: what it does not match is no number. */
export const NUMBER_PATTERN = '^-?[0-9]{1,15}(\\.[0-9]{1,9})?$';

const NUMBER = new RegExp(NUMBER_PATTERN);

export const readNumber = (text: string): number | undefined => (NUMBER.test(text) ? Number(text) : undefined);
