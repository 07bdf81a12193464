import type { Correction, PermalinkLedger, SourceRecord, Target, Work } from '../../model/index.ts';
import { fold, withoutPrivate } from '../../text/index.ts';
import { identifierKey } from '../reading/index.ts';
import { keysOfEntry, keysOfTarget } from './paper-keys.ts';
import { addTo, unique } from '../lists.ts';
import { permalinkOfIdentifier, permalinkOfTitle } from './permalink.ts';
import { type Recognisable, recordsOfEntries } from './released-records.ts';

/** What a target is looked up in. */
export interface Findable extends Recognisable {
  source: SourceRecord;
}

/** Finds the records a correction names. */
export type FindTarget<R extends Findable> = (target: Target) => R[];

/** Finds the records that go by a key: `doi:10.1000/182`, `title:partsandwholes`, `permalink:notes`. */
export type FindKey<R extends Findable> = (key: string) => readonly R[];

/**
 * A finder over records, by identifier, title, and the permalinks they have in the ledger or would be given. Of a
 * permalink that a correction splits, it finds the records of the paper that keeps it.
 */
export function indexTargets<R extends Findable>(
  records: readonly R[],
  ledger: PermalinkLedger,
  corrections: readonly Correction[],
): { find: FindTarget<R>; findKey: FindKey<R> } {
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
        `permalink:${permalinkOfTitle(title.rich, (record.source.fields.issued ?? record.source.fields.posted)?.value.iso)}`,
        record,
      );
    }
  }
  const find: FindTarget<R> = (target) => {
    const [first, ...rest] = keysOfTarget(target).map((key) => new Set(byKey.get(key) ?? []));
    if (first === undefined) return [];
    const opening = fold(target.abstract ?? '').replaceAll(' ', '');
    return [...first].filter(
      (record) =>
        rest.every((found) => found.has(record)) &&
        (target.seed === undefined || record.source.seed === target.seed) &&
        (record.profile.abstract?.likeness.folded ?? '').startsWith(opening),
    );
  };
  const found = recordsOfEntries(records, ledger);
  for (const correction of corrections) {
    if (!('split' in correction)) continue;
    const leaving = new Set(correction.leaves.flatMap(find));
    const staying = [...find(correction.keeps), ...(found.get(correction.split) ?? [])];
    found.set(
      correction.split,
      unique(staying).filter((record) => !leaving.has(record)),
    );
  }
  for (const [permalink, named] of found) byKey.set(`permalink:${permalink}`, named);
  return { find, findKey: (key) => byKey.get(key) ?? [] };
}

/** A paper by the name that lasts: its permalink once released, else an identifier, else its title. */
export function nameTarget(work: Work): Target {
  if (work.released) return { permalink: work.permalink };
  for (const { value } of work.identifiers) {
    if (value.scheme === 'arxiv') return { arxiv: value.value };
    if (value.scheme === 'doi') return { doi: value.value };
  }
  return { title: work.title.value.source };
}

/** True when every key of a target is one of some released permalink. */
export function isReleased(target: Target, ledger: PermalinkLedger): boolean {
  const wanted = keysOfTarget(target);
  return ledger.permalinks.some((entry) => {
    const keys = keysOfEntry(entry);
    return wanted.every((key) => keys.has(key));
  });
}

/** The words of a target for a message: `arxiv 2507.17249 in 000.txt`. */
export function describeTarget(target: Target): string {
  const { seed, ...named } = target;
  const words = Object.entries(named).flatMap(([key, value]) =>
    value === undefined
      ? []
      : [key === 'title' || key === 'abstract' ? `the ${key} “${value}”` : `${key} ${value}`],
  );
  return withoutPrivate(words.join(' and ')) + (seed === undefined ? '' : ` in ${seed}`);
}
