/** Which element of the document draws which rank, in the order in which they stand there. */
export type RowSlots = ReadonlyMap<number, number>;

/**
 * The slots for these ranks; the same object where nothing changes. A rank keeps its slot, and with it its element and the focus.
 * One that comes takes the slot of one that went, where that stands between the same neighbours: so that a list that was scrolled
 * far changes what its elements say, and neither makes nor moves any.
 */
export function nextSlots(before: RowSlots, ranks: readonly number[]): RowSlots {
  const old = [...before];
  if (ranks.length === old.length && ranks.every((rank, place) => rank === old[place]?.[0])) return before;
  const places = new Map(old.map(([rank], place) => [rank, place]));
  const staying = new Set(ranks.filter((rank) => before.has(rank)));
  const known = new Set(before.values());
  let [from, fresh] = [0, 0];
  return new Map(
    ranks.map((rank) => {
      const slot = before.get(rank);
      if (slot !== undefined) {
        from = Math.max(from, (places.get(rank) ?? 0) + 1);
        return [rank, slot];
      }
      const [gone, left] = old[from] ?? [];
      if (gone !== undefined && left !== undefined && !staying.has(gone)) {
        from++;
        return [rank, left];
      }
      while (known.has(fresh)) fresh++;
      return [rank, fresh++];
    }),
  );
}
