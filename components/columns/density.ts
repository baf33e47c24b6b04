import { DENSITIES, type Density } from '@/domain/density';

/** Kept in a cookie, so that the server's rows have their height already. */
export const DENSITY_COOKIE = 'density';

export const readDensity = (text: string | undefined): Density => DENSITIES.find((density) => density === text) ?? 'comfortable';

export const DENSITY_ROW_PX = { compact: 28, comfortable: 32, roomy: 40 } as const satisfies Record<Density, number>;
