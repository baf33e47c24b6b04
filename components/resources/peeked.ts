'use client';

import { createContext, useContext } from 'react';

const Peeked = createContext<string | undefined>(undefined);

export const PeekedProvider = Peeked.Provider;

/** Whether this resource is looked at beside the list. */
export const useIsPeeked = (id: string): boolean => useContext(Peeked) === id;
