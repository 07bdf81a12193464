import type { Identifier, PermalinkEntry, PermalinkLedger, Sourced } from '../../model/index.ts';
import { hex } from '../hashes.ts';
import { identifierKey, sketch } from '../reading/index.ts';
import { matchAbstract } from './abstract-digest.ts';
import { identifiersAgree, titleKeysOfEntry } from './paper-keys.ts';
import { addTo, unique } from '../lists.ts';
import { permalinkOfIdentifier } from './permalink.ts';
import type { Profile } from './profile.ts';

/** A record, by what a released permalink recognises it. */
export interface Recognisable {
  identifiers: readonly Sourced<Identifier>[];
  profile: Profile;
}

/**
 * The records that each released permalink speaks of, by permalink; those without a record are absent. Identifiers come
 * first. Where none of them is the one the permalink was made from, titles and abstract count beside them: a paper that
 * had no identifier may have been merged with one that has.
 */
export function recordsOfEntries<R extends Recognisable>(
  records: readonly R[],
  { permalinks }: PermalinkLedger,
): Map<string, R[]> {
  const byIdentifier = new Map<string, R[]>();
  const byName = new Map<string, R[]>();
  const byTitle = new Map<string, R[]>();
  for (const record of records) {
    for (const { value } of record.identifiers) {
      addTo(byIdentifier, identifierKey(value), record);
      const permalink = permalinkOfIdentifier(value);
      if (permalink !== undefined) addTo(byName, permalink, record);
    }
    for (const title of record.profile.titles) addTo(byTitle, `title:${title}`, record);
  }
  const identified = new Map<PermalinkEntry, R[]>();
  const entriesOf = new Map<R, number>();
  for (const entry of permalinks) {
    const keys = entry.identifiers.map(identifierKey);
    const claimed = unique([
      ...(byName.get(entry.permalink) ?? []),
      ...keys.flatMap((key) => byIdentifier.get(key) ?? []),
    ]);
    identified.set(entry, claimed);
    for (const record of claimed) entriesOf.set(record, (entriesOf.get(record) ?? 0) + 1);
  }
  const withAbstract = indexAbstracts(records);
  const found = new Map<string, R[]>();
  for (const [entry, claimed] of identified) {
    // A paper that was merged with another for a while leaves it an identifier; its record is not the one meant.
    const sole = claimed.filter((record) => entriesOf.get(record) === 1);
    const named = new Set(sole.length > 0 ? sole : claimed);
    if (![...named].some((record) => gave(record, entry.permalink))) {
      const add = (candidates: readonly R[]) => {
        if (candidates.some((record) => named.has(record))) return;
        const free = candidates.filter(
          (record) =>
            named.size === 0 || (!entriesOf.has(record) && identifiersAgree(record, entry)),
        );
        for (const record of free) named.add(record);
      };
      for (const title of titleKeysOfEntry(entry)) add(byTitle.get(title) ?? []);
      add(withAbstract(entry.digest));
    }
    if (named.size > 0) found.set(entry.permalink, [...named]);
  }
  return found;
}

/** True when a permalink was made from an identifier of the record. */
function gave({ identifiers }: Recognisable, permalink: string): boolean {
  return identifiers.some(({ value }) => permalinkOfIdentifier(value) === permalink);
}

/** A finder of the records whose abstract is the one an entry had at its release. */
function indexAbstracts<R extends Recognisable>(
  records: readonly R[],
): (digest: string | undefined) => R[] {
  let byHash: Map<string, R[]> | undefined;
  return (digest) => {
    if (digest === undefined) return [];
    if (byHash === undefined) {
      byHash = new Map();
      for (const record of records) {
        const text = record.profile.abstract?.likeness;
        for (const hash of text === undefined ? [] : sketch(text)) addTo(byHash, hex(hash), record);
      }
    }
    const candidates = unique(digest.split(' ').flatMap((hash) => byHash?.get(hash) ?? []));
    return candidates.filter(
      (record) => matchAbstract(digest, record.profile.abstract?.likeness) === 'same',
    );
  };
}
