import type { z } from 'zod';
import type { ContentProblem } from './content-error.ts';
import { keysAt, nearest } from './nearest-key.ts';

type Issue = z.core.$ZodIssue;

/** What a schema calls a kind of value, as people call it. */
const KINDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list (lines that begin with "- ")',
  object: 'a map of keys and values (key: value)',
  record: 'a map of keys and values (key: value)',
};

/** What is wrong, what is right in its place, and the key that is wrong by its path, where one is. */
interface Found extends Pick<ContentProblem, 'text' | 'hint'> {
  key?: PropertyKey[];
}

/**
 * What is wrong with a value, and what is right at its place.
 *
 * @param issue as the schema says it
 * @param data the whole value that was checked
 */
export function problemOf(issue: Issue, schema: z.ZodType, data: unknown): Found {
  const where = placeOf(issue.path);
  const value = valueAt(data, issue.path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return unknownKeys(issue.path, issue.keys, keysAt(schema, issue.path));
    case 'invalid_union':
      return ofUnion(issue, schema, data);
    case 'invalid_type':
      if (value === undefined && issue.path.length === 0) return emptyFile(schema);
      return {
        text: `${where}${expected(KINDS[issue.expected] ?? issue.expected, value)}`,
        ...(issue.expected === 'string' && /^(?:number|boolean)$/.test(typeof value)
          ? { hint: `Write it in quotes: "${String(value)}".` }
          : {}),
      };
    case 'too_small':
      return { text: `${where}${expected(bound(issue.origin, 'at least', issue.minimum), value)}` };
    case 'too_big':
      return { text: `${where}${expected(bound(issue.origin, 'at most', issue.maximum), value)}` };
    default:
      return { text: `${where}${expected(issue.message, value)}` };
  }
}

const placeOf = (path: readonly PropertyKey[]) =>
  path.length > 0 ? `"${path.map(String).join('.')}": ` : '';

function emptyFile(schema: z.ZodType): Pick<ContentProblem, 'text' | 'hint'> {
  return {
    text: 'the file is empty',
    hint: `Delete it, or write something into it. Known here: ${listed(keysAt(schema, []))}.`,
  };
}

function unknownKeys(
  path: readonly PropertyKey[],
  keys: readonly string[],
  known: readonly string[],
): Found {
  const misplaced = keys.filter((key) => known.includes(key));
  const meant = [...new Set(keys.flatMap((key) => nearest(key, known) ?? []))];
  return {
    key: [...path, ...keys.slice(0, 1)],
    text: `${placeOf(path)}unknown ${keys.length === 1 ? 'key' : 'keys'} ${listed(keys)}`,
    hint:
      misplaced.length > 0
        ? `It stands with other keys than these: take it out, or see the README for what goes with ${listed(misplaced)}.`
        : meant.length > 0
          ? `Did you mean ${listed(meant)}?`
          : `Known here: ${listed(known)}.`,
  };
}

/** What is wrong with a value that fits none of several variants: a key that none of them knows, else what the nearest one says. */
function ofUnion(
  { errors, path }: Issue & { code: 'invalid_union' },
  schema: z.ZodType,
  data: unknown,
): Found {
  const unknown = errors.map((issues) =>
    issues.flatMap((issue) =>
      issue.code === 'unrecognized_keys' && issue.path.length === 0 ? issue.keys : [],
    ),
  );
  const [first = [], ...others] = unknown;
  const inNone = first.filter((key) => others.every((keys) => keys.includes(key)));
  const known = keysAt(schema, path);
  if (inNone.length > 0) return unknownKeys(path, inNone, known);
  // The variant with the fewest issues is the one that was meant.
  const [issue] = errors.toSorted((a, b) => a.length - b.length)[0] ?? [];
  if (issue === undefined) return { text: 'nothing that is known here' };
  return problemOf({ ...issue, path: [...path, ...issue.path] }, schema, data);
}

function bound(origin: string, side: string, limit: number | bigint): string {
  if (origin === 'string') return `a text of ${side} ${limit} letters`;
  return origin === 'array' ? `a list of ${side} ${limit} entries` : `a number of ${side} ${limit}`;
}

/** A message of a schema may say itself that it is what was expected. */
function expected(what: string, value: unknown): string {
  const wanted = /\bexpected\b/.test(what) ? what : `${what} was expected`;
  return `${wanted}; ${found(value)}`;
}

const LONGEST = 60;

function found(value: unknown): string {
  if (value === undefined || value === null) return 'nothing is there';
  if (Array.isArray(value)) return 'found was a list';
  if (typeof value === 'object') return 'found was a map of keys and values';
  const text = String(value);
  return `found was “${text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text}”`;
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? Reflect.get(value, key)
        : undefined,
    data,
  );
}

function listed(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(', ');
}
