/** How far an operation is, as everybody asks it: the numbers are wanted, results are asked for where they are shown. */
export const operationInput = (id: string) => ({ id, limit: 1 });
