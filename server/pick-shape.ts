/** The parts of a JSON document that are wanted: `true` a whole value, an object these members, an array this of each element. */
export type Shape = true | [Shape] | { [key: string]: Shape };

/**
 * Leaves out what nobody asked for. What has another type than its shape is kept as it is, for the reader to refuse.
 * Its source text also runs in the JSON worker, so it refers to nothing but itself.
 */
export function pickShape(value: unknown, shape: Shape): unknown {
  if (shape === true || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(shape)) {
    const [each] = shape;
    return Array.isArray(value) ? value.map((element) => pickShape(element, each)) : value;
  }
  if (Array.isArray(value)) return value;
  const picked: Record<string, unknown> = {};
  for (const [key, part] of Object.entries(shape)) {
    if (Object.hasOwn(value, key)) picked[key] = pickShape((value as Record<string, unknown>)[key], part); // hasOwn: it is an object with this key
  }
  return picked;
}
