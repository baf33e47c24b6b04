export const DENSITIES = ['compact', 'comfortable', 'roomy'] as const;

/** How high the rows of a list are. */
export type Density = (typeof DENSITIES)[number];
