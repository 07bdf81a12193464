import type { FieldKey, FieldName } from '../model/index.ts';

/** `event_place` for `eventPlace` */
type Snake<S extends string> = S extends `${infer First}${infer Rest}`
  ? `${First extends Lowercase<First> ? First : `_${Lowercase<First>}`}${Snake<Rest>}`
  : S;

/** What everything is called that seeds say of papers, works have, and editions differ in. */
export type FieldWords = Readonly<
  Record<FieldName | Snake<FieldKey> | 'identifiers' | 'themes', string>
>;

/** `event_place`, for a field that seeds call so or that works call `eventPlace`. */
const fieldKey = (name: string) => name.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`);

/** The word for a field by its name in seeds or works; one that has none is called by its name. */
export function fieldWord(words: Readonly<Record<string, string>>, name: string): string {
  const key = fieldKey(name);
  return Object.hasOwn(words, key) ? (words[key] ?? name) : name;
}
