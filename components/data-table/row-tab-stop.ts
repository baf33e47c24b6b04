'use client';

import { createContext, useContext } from 'react';

const RowTabStop = createContext(0);

export const RowTabStopProvider = RowTabStop.Provider;

/** The `tabIndex` for a link or button in a row: only those of the active row are reached by Tab. */
export const useRowTabStop = (): number => useContext(RowTabStop);
