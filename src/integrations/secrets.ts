import type { Lines, SeedReading } from '../model/index.ts';
import { privateStretches } from '../text/index.ts';

/** Something a seed says that is not to be published. */
interface Secret {
  /** In the form that texts are searched in. */
  text: string;
  seed: string;
  lines: Lines;
}

/** Where a seed says what a file of the site says too. */
export interface Leak {
  seed: string;
  lines: Lines;
}

/** Tells what of the withheld values stands in a text. */
export type LeakFinder = (text: string) => Leak[];

/** A shorter value is likelier a word of the site's own. */
const SHORTEST = 6;

/** Words without an address or a number are looked for only in sentences of this length. */
const SHORTEST_PROSE = 24;

/**
 * Makes what looks for the withheld values of seeds in texts of the site, in whatever way these write letters.
 *
 * @param linesOf the lines of a seed at which a withheld value stands
 * @param purposely texts that people publish on purpose: what they say is no secret
 * @param published what of the seeds is published: a private note that says the same is no leak
 */
export function leakFinder(
  seeds: readonly Pick<SeedReading, 'path' | 'withheld'>[],
  linesOf: (path: string, start: number) => Lines,
  purposely: string,
  published: string,
): LeakFinder {
  const onPurpose = searchable(purposely);
  const ofSeeds = searchable(published);
  const secrets = new Map<string, Secret>();
  for (const { path, withheld } of seeds) {
    for (const { span, values, byShape } of withheld) {
      const texts = values.flatMap((value) => (byShape ? [searchable(value)] : piecesOf(value)));
      for (const text of texts) {
        const isOwn = text.length < SHORTEST || secrets.has(text) || has(onPurpose, text);
        if (isOwn || (!byShape && has(ofSeeds, text))) continue;
        secrets.set(text, { text, seed: path, lines: linesOf(path, span.start) });
      }
    }
  }
  return searchFor([...secrets.values()]);
}

/** What of a private field can be told from the words of others: paths and addresses in it, and its sentences. */
function piecesOf(value: string): string[] {
  const shapes = privateStretches(value).map(({ from, to }) => searchable(value.slice(from, to)));
  const sentences = [value, ...value.split(/\n|(?<=[.;!?])\s/)].map(searchable).filter(isTelling);
  return [...shapes, ...sentences];
}

function isTelling(text: string): boolean {
  return text.length >= SHORTEST_PROSE || /[@/]|(?=\S*[a-z])\S*\d/.test(text);
}

/** Letters as they are read, whatever escapes a format has for them, without the signs that formats escape with. */
export function searchable(text: string): string {
  return text
    .replace(/\\u([\da-fA-F]{4})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    .replace(/&#x([\da-f]{1,5});/gi, (_, code: string) => letter(parseInt(code, 16)))
    .replace(/&#(\d{1,6});/g, (_, code: string) => letter(Number(code)))
    .replace(/&(?:amp|lt|gt|quot|apos|commat);/g, (mark) => MARKS[mark] ?? mark)
    .replace(/%([2-7][\da-f])/gi, (_, code: string) => letter(parseInt(code, 16)))
    .replace(/\\textbackslash\b/g, '')
    .replace(/\\(?:r|n|t)(?=[^\p{L}])/gu, ' ')
    .replace(/[\\{}"'`*]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

const MARKS: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&commat;': '@',
};

function letter(code: number): string {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
}

/** Whether a text stands in another, not as a part of a word. */
function has(text: string, wanted: string): boolean {
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    if (isWhole(text, at, wanted.length)) return true;
  }
  return false;
}

const WORD = /[\p{L}\p{N}]/u;

function isWhole(text: string, at: number, length: number): boolean {
  return !WORD.test(text.charAt(at - 1)) && !WORD.test(text.charAt(at + length));
}

/** Looks for many secrets in one pass: by a number made of the last letters, of which few stand in a secret. */
function searchFor(secrets: readonly Secret[]): LeakFinder {
  if (secrets.length === 0) return () => [];
  const SIZE = 20;
  const mask = 2 ** SIZE - 1;
  // Four bits each of the last five letters.
  const next = (hash: number, text: string, at: number) =>
    ((hash << 4) ^ text.charCodeAt(at)) & mask;
  const known = new Uint8Array(mask + 1);
  const byHash = new Map<number, Secret[]>();
  for (const secret of secrets) {
    let hash = 0;
    for (let at = 0; at < SHORTEST; at += 1) hash = next(hash, secret.text, at);
    known[hash] = 1;
    byHash.set(hash, [...(byHash.get(hash) ?? []), secret]);
  }
  return (published) => {
    const text = searchable(published);
    const leaks = new Set<Secret>();
    let hash = 0;
    for (let at = 0; at < text.length; at += 1) {
      hash = next(hash, text, at);
      if (known[hash] !== 1) continue;
      const from = at - SHORTEST + 1;
      for (const secret of byHash.get(hash) ?? []) {
        if (text.startsWith(secret.text, from) && isWhole(text, from, secret.text.length)) {
          leaks.add(secret);
        }
      }
    }
    return [...leaks].map(({ seed, lines }) => ({ seed, lines }));
  };
}
