import type { Identifier, PermalinkEntry, Sourced, Target } from '../../model/index.ts';
import { fold, parseTex } from '../../text/index.ts';
import { hex } from '../digest.ts';
import {
  identifierKey,
  readIdentifier,
  inferTitle,
  type Likeness,
  likeness,
  sketch,
  titleKey,
} from '../reading/index.ts';
import type { Unnamed } from './unnamed.ts';

/** Hashes of an abstract that the ledger keeps. */
const kept = 8;
/** So many of them make an abstract the same one, title or not. */
const sameAbstract = 6;

/** Keys by which corrections and records name a paper: `arxiv:2507.17249`, `title:partsandwholes`, `permalink:notes`. */
export type Names = ReadonlySet<string>;

/** `title:partsandwholes` for a plain title. */
export function plainTitleKey(title: string): string {
  return `title:${fold(title).replaceAll(' ', '')}`;
}

/** Every key a target names its paper by. */
export function namesOfTarget(target: Target): string[] {
  const names: string[] = [];
  for (const scheme of ['arxiv', 'doi'] as const) {
    const value = target[scheme];
    if (value === undefined) continue;
    const identifier = readIdentifier(scheme, value);
    names.push(identifier === undefined ? `${scheme}:${value}` : identifierKey(identifier));
  }
  if (target.title !== undefined) names.push(`title:${titleKey(parseTex(target.title).rich)}`);
  if (target.permalink !== undefined) names.push(`permalink:${target.permalink}`);
  return names;
}

/** Every key a ledger entry goes by. */
export function namesOfEntry(entry: PermalinkEntry): Names {
  return new Set([
    `permalink:${entry.permalink}`,
    ...entry.identifiers.map(identifierKey),
    ...titlesOfEntry(entry),
  ]);
}

/** Keys of the titles an entry was released under. */
export function titlesOfEntry({ title, other_titles: others = [] }: PermalinkEntry): string[] {
  return [title, ...others].map(plainTitleKey);
}

/** Keys of the titles a work is known by: the one shown, those other sources print, and the one its abstract gives. */
export function titlesOfWork(work: Unnamed): string[] {
  const titles = [`title:${titleKey(work.title.value.rich)}`];
  for (const { field, value } of work.observations) {
    if (field === 'title') titles.push(plainTitleKey(value));
  }
  // A title may have been inferred at the release, before a source gave one.
  const abstract = work.fields.abstract?.value;
  const inferred = abstract === undefined ? undefined : inferTitle(abstract);
  if (inferred !== undefined) titles.push(`title:${titleKey(inferred.title.rich)}`);
  return [...new Set(titles)].filter((title) => title !== 'title:');
}

/** What the ledger keeps of a work's abstract; undefined when it has none. */
export function abstractDigest(work: Unnamed): string | undefined {
  const abstract = work.fields.abstract?.value;
  if (abstract === undefined) return undefined;
  const hashes = [...sketch(likeness(abstract.rich)).subarray(0, kept)];
  return hashes.length === 0 ? undefined : hashes.map(hex).join(' ');
}

/** How the abstract of a work compares with the one an entry had. */
export type AbstractMatch = 'same' | 'alike' | 'other' | 'unknown';

/** Compares the abstract that an entry had at its release with one of now. */
export function matchAbstract(
  digest: string | undefined,
  abstract: Likeness | undefined,
): AbstractMatch {
  if (digest === undefined || abstract === undefined || abstract.shingles.length === 0)
    return 'unknown';
  const had = digest.split(' ');
  const has = new Set(Array.from(abstract.shingles, hex));
  const shared = had.filter((hash) => has.has(hash)).length;
  if (shared >= Math.min(sameAbstract, had.length)) return 'same';
  return shared > 0 ? 'alike' : 'other';
}

/** False when a work or record has another identifier than the entry in a scheme of which a paper has one. */
export function identifiersAgree(
  work: { identifiers: readonly Sourced<Identifier>[] },
  entry: PermalinkEntry,
): boolean {
  return entry.identifiers.every(
    ({ scheme, value }) =>
      scheme === 'url' ||
      !work.identifiers.some((own) => own.value.scheme === scheme && own.value.value !== value) ||
      entry.identifiers.some(
        (other) =>
          other.scheme === scheme &&
          work.identifiers.some(
            (own) => own.value.scheme === scheme && own.value.value === other.value,
          ),
      ),
  );
}
