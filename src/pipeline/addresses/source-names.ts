import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** What some system or host refuses in the name of a folder, or takes for something else: `#`, `%`, `?`, `\\`, a line break. */
const UNSAFE = /[#%?\\:*"<>|]|[\p{Cc}\p{Cf}\p{Cs}\p{Cn}\u2028\u2029]/gu;
/** A dot or blank at the end, which Windows drops. */
const LAST = /[. ]$/;
/** Names Windows keeps for devices, with any extension: `con`, `NUL.txt`, `com1`. */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?=\.|$)/i;
/** The name of a page in its folder. */
const PAGE = /^index\.html$/i;
/** Longest name of a folder on common systems, in bytes. */
const LONGEST = 255;

/**
 * What the folders of seeds below `sources/` are called: like the seeds, where every system takes the name. A sign that
 * some system or host refuses becomes `~`, its code in hexadecimal and `~`; what is too long ends with a digest.
 *
 * Windows and macOS take names for the same that differ in upper and lower case, or in how an accent is written. Where
 * two seeds would share a folder, capitals and signs beyond ASCII are written as codes too.
 *
 * @returns names by path of the seed, no two of them the same on any system
 */
export function sourceNames(seeds: readonly string[]): Map<string, string> {
  const named = seeds.map((seed) => ({ seed, safe: eachPart(seed, safePart) }));
  const groups = Map.groupBy(named, ({ safe }) => folded(safe));
  const given = new Set<string>();
  // A seed that keeps its name comes before one that would take the same.
  const order = (each: { seed: string; safe: string }) =>
    `${Number(each.seed !== each.safe)}${each.seed}`;
  const names = new Map<string, string>();
  for (const { seed, safe } of named.toSorted((a, b) => (order(a) < order(b) ? -1 : 1))) {
    const isShared = (groups.get(folded(safe)) ?? []).length > 1;
    let name =
      isShared && safe !== folded(safe)
        ? eachPart(safe, (part) => fitting(part.replace(/[A-Z]|[^ -~]/gu, coded)))
        : // Whoever asks for an address writes its accents so, and so does Astro.
          safe.normalize('NFC');
    const isOther = () => folded(name) !== folded(safe) && groups.has(folded(name));
    while (given.has(folded(name)) || isOther()) name += '~';
    given.add(folded(name));
    names.set(seed, name);
  }
  return names;
}

const eachPart = (path: string, change: (part: string) => string) =>
  path.split('/').map(change).join('/');

const coded = (sign: string) => `~${sign.codePointAt(0)?.toString(16)}~`;

function safePart(part: string): string {
  const safe = part.replace(UNSAFE, coded).replace(LAST, coded);
  return fitting(
    DEVICE.test(safe) || PAGE.test(safe) ? `${coded(safe.charAt(0))}${safe.slice(1)}` : safe,
  );
}

const byteLength = (text: string) => utf8ToBytes(text).length;

/** A name that is not too long for a folder: its beginning and a digest of the whole where it is. */
export function fitting(part: string): string {
  if (byteLength(part) <= LONGEST) return part;
  const digest = bytesToHex(sha256(utf8ToBytes(part))).slice(0, 16);
  let head = '';
  for (const sign of part) {
    if (byteLength(head + sign) > LONGEST - digest.length - 30) break;
    head += sign;
  }
  return `${head}~${digest}`;
}

/** What names have in common that a file system takes for one. */
const folded = (name: string) => name.normalize('NFC').toLowerCase().normalize('NFC');
