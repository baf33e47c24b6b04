'use client';

import { useEffect, useEffectEvent } from 'react';
import type { IconName } from './icon';
import type { KeyName } from './keys';

/** In the order in which the command palette lists them. */
export const COMMAND_GROUPS = ['On this page', 'Views', 'Go to', 'Appearance'] as const;

/** What can be done here and now, as the command palette offers it. */
export interface Command {
  group: (typeof COMMAND_GROUPS)[number];
  name: string;
  icon: IconName;
  /** Said beside it in grey. */
  note?: string;
  /** Other words by which it is found; with its name they are no other's in the group. */
  also?: string;
  /** The key that does the same. */
  keyName?: KeyName;
  run: () => void;
}

type Offer = () => readonly Command[] | Promise<readonly Command[]>;

const offers = new Set<Offer>();

/** Offers commands as long as the component is there; they are asked for when the palette opens. */
export function useCommands(offer: Offer): void {
  const latest = useEffectEvent(offer);
  useEffect(() => {
    const asked: Offer = () => latest();
    offers.add(asked);
    return () => void offers.delete(asked);
  }, []);
}

/** All commands of this moment; what cannot be read is left out. */
export async function offeredCommands(): Promise<Command[]> {
  const answers = await Promise.allSettled([...offers].map((offer) => offer()));
  return answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
}
