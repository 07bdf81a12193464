/** Order of two strings by UTF-16 code unit: the same on every machine and in every locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The values in order of first mention, each once. */
export function unique<T>(values: Iterable<T>): T[] {
  return [...new Set(values)];
}

/** Names of which each is given once. */
export class GivenNames {
  readonly #given: Set<string>;
  /** By wish, the first number that may be free: thousands of one wish each ask for it once. */
  readonly #next = new Map<string, number>();

  /** @param given names that nobody gets */
  constructor(given: Iterable<string> = []) {
    this.#given = new Set(given);
  }

  has(name: string): boolean {
    return this.#given.has(name);
  }

  /** Gives a name that nobody has: the one wished for, or that with the first number that is free, `hao-gu-2`. */
  give(wish: string): string {
    let name = wish;
    let number = this.#next.get(wish) ?? 2;
    for (; this.#given.has(name); number += 1) name = `${wish}-${number}`;
    this.#next.set(wish, number);
    this.#given.add(name);
    return name;
  }
}

/** Adds `value` to the list kept under `key`. */
export function addTo<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
