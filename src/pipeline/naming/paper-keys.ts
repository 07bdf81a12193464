import type { Identifier, PermalinkEntry, Sourced, Target } from '../../model/index.ts';
import { fold, parseTex } from '../../text/index.ts';
import { identifierKey, inferTitle, readIdentifier, titleKey } from '../reading/index.ts';
import type { Unnamed } from './unnamed.ts';

/** Keys by which corrections and records name a paper: `arxiv:2507.17249`, `title:partsandwholes`, `permalink:notes`. */
export type PaperKeys = ReadonlySet<string>;

/** `title:partsandwholes` for a plain title. */
export function plainTitleKey(title: string): string {
  return `title:${fold(title).replaceAll(' ', '')}`;
}

/** Every key a target names its paper by. */
export function keysOfTarget(target: Target): string[] {
  const keys: string[] = [];
  for (const scheme of ['arxiv', 'doi'] as const) {
    const value = target[scheme];
    if (value === undefined) continue;
    const identifier = readIdentifier(scheme, value);
    keys.push(identifier === undefined ? `${scheme}:${value}` : identifierKey(identifier));
  }
  if (target.title !== undefined) keys.push(`title:${titleKey(parseTex(target.title).rich)}`);
  if (target.permalink !== undefined) keys.push(`permalink:${target.permalink}`);
  return keys;
}

/** Every key a ledger entry goes by. */
export function keysOfEntry(entry: PermalinkEntry): PaperKeys {
  return new Set([
    `permalink:${entry.permalink}`,
    ...entry.identifiers.map(identifierKey),
    ...titleKeysOfEntry(entry),
  ]);
}

/** Keys of the titles an entry was released under. */
export function titleKeysOfEntry({ title, other_titles: others = [] }: PermalinkEntry): string[] {
  return [title, ...others].map(plainTitleKey);
}

/** Keys of the titles a work is known by: the one shown, those other sources print, and the one its abstract gives. */
export function titleKeysOfWork(work: Unnamed): string[] {
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
