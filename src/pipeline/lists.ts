/** Order of two strings by UTF-16 code unit: the same on every machine and in every locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The values in order of first mention, each once. */
export function unique<T>(values: Iterable<T>): T[] {
  return [...new Set(values)];
}

/** A name that is not taken, which it then is: the one wished for, or with the first number that is free, `hao-gu-2`. */
export function freeName(wish: string, taken: Set<string>): string {
  let name = wish;
  for (let number = 2; taken.has(name); number += 1) name = `${wish}-${number}`;
  taken.add(name);
  return name;
}

/** Adds `value` to the list kept under `key`. */
export function addTo<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
