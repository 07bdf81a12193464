/** A JSON table as a map, so that a word like `constructor` is not found on a prototype. */
export function table<V>(entries: Readonly<Record<string, V>>): ReadonlyMap<string, V> {
  return new Map(Object.entries(entries));
}
