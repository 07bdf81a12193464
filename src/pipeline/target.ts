import type { Identifier, PermalinkLedger, Sourced, SourceRecord, Target } from '../model/index.ts';
import { hex } from './digest.ts';
import { identifierKey } from './identify.ts';
import { matchAbstract, namesOfEntry, namesOfTarget, titlesOfEntry } from './identity.ts';
import { sketch } from './likeness.ts';
import { addTo, unique } from './order.ts';
import { permalinkOfIdentifier, permalinkOfTitle } from './permalink.ts';
import type { Profile } from './profile.ts';

/** What a target is looked up in. */
export interface Findable {
  source: SourceRecord;
  identifiers: readonly Sourced<Identifier>[];
  profile: Profile;
}

/** Finds the records a correction names. */
export type FindTarget<R extends Findable> = (target: Target) => R[];

/**
 * A finder over records, by identifier, title, and the permalinks they have in the ledger or would be given. A released
 * permalink finds its paper by identifier, else by title, else by abstract.
 */
export function indexTargets<R extends Findable>(
  records: readonly R[],
  ledger: PermalinkLedger,
): FindTarget<R> {
  const byKey = new Map<string, R[]>();
  for (const record of records) {
    for (const { value } of record.identifiers) {
      addTo(byKey, identifierKey(value), record);
      const permalink = permalinkOfIdentifier(value);
      if (permalink !== undefined) addTo(byKey, `permalink:${permalink}`, record);
    }
    for (const title of record.profile.titles) addTo(byKey, `title:${title}`, record);
    const title = record.source.fields.title?.value;
    if (title !== undefined) {
      addTo(
        byKey,
        `permalink:${permalinkOfTitle(title.rich, record.source.fields.issued?.value.iso)}`,
        record,
      );
    }
  }
  const withAbstract = indexAbstracts(records);
  for (const entry of ledger.permalinks) {
    const named = new Set(
      entry.identifiers.flatMap((identifier) => byKey.get(identifierKey(identifier)) ?? []),
    );
    if (named.size === 0) {
      for (const title of titlesOfEntry(entry)) {
        for (const record of byKey.get(title) ?? []) named.add(record);
      }
    }
    // A paper without an identifier may have another title by now.
    if (named.size === 0) for (const record of withAbstract(entry.digest)) named.add(record);
    if (named.size > 0) byKey.set(`permalink:${entry.permalink}`, [...named]);
  }
  return (target) => {
    const [first, ...rest] = namesOfTarget(target).map((key) => new Set(byKey.get(key) ?? []));
    if (first === undefined) return [];
    return [...first].filter(
      (record) =>
        rest.every((found) => found.has(record)) &&
        (target.seed === undefined || record.source.seed === target.seed),
    );
  };
}

/** A finder of the records whose abstract is the one an entry had at its release. */
function indexAbstracts<R extends Findable>(
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

/** True when every key of a target is one of some released permalink. */
export function isReleased(target: Target, ledger: PermalinkLedger): boolean {
  const wanted = namesOfTarget(target);
  return ledger.permalinks.some((entry) => {
    const names = namesOfEntry(entry);
    return wanted.every((name) => names.has(name));
  });
}

/** The words of a target for a message: `arxiv 2507.17249 in 000.txt`. */
export function describeTarget(target: Target): string {
  const { seed, ...named } = target;
  const words = Object.entries(named).flatMap(([key, value]) =>
    value === undefined ? [] : [key === 'title' ? `the title “${value}”` : `${key} ${value}`],
  );
  return words.join(' and ') + (seed === undefined ? '' : ` in ${seed}`);
}
