/**
 * An object without the keys whose values are undefined: what is not known has no key, in the model and in every file.
 * `{ ...given({ venue, date }), title }` has a venue and a date where there are any.
 */
export function given<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const kept: { [K in keyof T]?: Exclude<T[K], undefined> } = { ...values };
  for (const key in kept) if (kept[key] === undefined) delete kept[key];
  return kept;
}
