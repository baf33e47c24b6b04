'use client';

import { createContext, useContext } from 'react';

const ReadAt = createContext(0);

/** When the list was read, in milliseconds: ages are counted from there until the clock ticks. */
export const ReadAtProvider = ReadAt.Provider;
export const useReadAt = (): number => useContext(ReadAt);
