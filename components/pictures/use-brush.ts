'use client';

import { type PointerEvent, useState } from 'react';

/** Buckets from the first to the last; both are in it. */
export interface Brush {
  first: number;
  last: number;
}

interface BrushOptions {
  /** How many buckets there are. */
  count: number;
  onBrushed: (brush: Brush) => void;
}

/** What of the buckets is marked, by dragging over them or key by key. */
export function useBrush({ count, onBrushed }: BrushOptions) {
  const [brush, setBrush] = useState<Brush>();
  const [dragFrom, setDragFrom] = useState<number>();
  const [hovered, setHovered] = useState<number>();

  function bucketAt({ currentTarget, clientX }: PointerEvent<HTMLElement>): number {
    const { left, width } = currentTarget.getBoundingClientRect();
    return Math.max(0, Math.min(count - 1, Math.floor(((clientX - left) / width) * count)));
  }
  const between = (a: number, b: number): Brush => ({ first: Math.min(a, b), last: Math.max(a, b) });

  return {
    brush,
    hovered,
    setBrush,
    plot: {
      onPointerDown(event: PointerEvent<HTMLElement>) {
        if (event.button !== 0 || count === 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        const at = bucketAt(event);
        setDragFrom(at);
        setBrush(between(at, at));
      },
      onPointerMove(event: PointerEvent<HTMLElement>) {
        const at = bucketAt(event);
        setHovered(at);
        if (dragFrom !== undefined) setBrush(between(dragFrom, at));
      },
      onPointerUp(event: PointerEvent<HTMLElement>) {
        if (dragFrom !== undefined) onBrushed(between(dragFrom, bucketAt(event)));
        setDragFrom(undefined);
        setBrush(undefined);
      },
      onPointerCancel() {
        setDragFrom(undefined);
        setBrush(undefined);
      },
      onPointerLeave: () => setHovered(undefined),
    },
  };
}
