import {
  given,
  type Identifier,
  type PermalinkEntry,
  type PermalinkLedger,
  type Survey,
  type Work,
} from '../../model/index.ts';
import { displayName, toPlain } from '../../text/index.ts';
import { identifierKey, likeness } from '../reading/index.ts';
import { addTo, compareText, unique } from '../lists.ts';
import { plainTitleKey, titleKeysOfEntry, titleKeysOfWork } from './paper-keys.ts';
import { permalinkOfIdentifier } from './permalink.ts';
import { abstractDigest, matchAbstract } from './abstract-digest.ts';

/**
 * The permalinks of a ledger after a release: every entry it had, with what was learnt since and what became of it, and
 * one for every work that had none. Sorted by permalink; the same survey gives the same ledger.
 */
export function releasePermalinks(
  survey: Pick<Survey, 'works' | 'departed'>,
  ledger: PermalinkLedger,
  edition: string,
): PermalinkEntry[] {
  const entries = new Map(ledger.permalinks.map((entry) => [entry.permalink, entry]));
  const departed = new Map(survey.departed.map((each) => [each.permalink, each]));
  const holderOf = new Map<string, string>();
  for (const work of survey.works) {
    for (const { value } of work.identifiers) holderOf.set(identifierKey(value), work.permalink);
  }
  const shownBy = new Map(
    survey.works.map((work) => [plainTitleKey(toPlain(work.title.value.rich)), work.permalink]),
  );
  /** Entries whose papers are now others, by the permalink they lead to. */
  const absorbed = new Map<string, PermalinkEntry[]>();
  for (const { permalink, fate } of survey.departed) {
    const entry = entries.get(permalink);
    if (entry !== undefined && fate.status === 'merged') addTo(absorbed, fate.into, entry);
  }
  for (const { permalink, fate } of departed.values()) {
    const entry = entries.get(permalink);
    const { reason, on = edition } = fate;
    if (entry === undefined) continue;
    entries.set(permalink, {
      ...entry,
      fate:
        fate.status === 'merged'
          ? { status: fate.status, into: fate.into, on, reason }
          : { status: fate.status, on, reason, ...given({ by: fate.by }) },
    });
  }
  for (const work of survey.works) {
    const { permalink } = work;
    const known = entries.get(permalink);
    const foreign = new Set(
      (absorbed.get(permalink) ?? []).flatMap((entry) =>
        entry.identifiers
          .filter((identifier) => permalinkOfIdentifier(identifier) !== permalink)
          .map(identifierKey),
      ),
    );
    // What another paper has, or an absorbed one had, is not what this one is recognised by.
    const isOwn = (identifier: Identifier) => {
      const key = identifierKey(identifier);
      return !foreign.has(key) && (holderOf.get(key) ?? permalink) === permalink;
    };
    const identifiers = new Map(
      [...(known?.identifiers ?? []), ...work.identifiers.map(({ value }) => value)]
        .filter(isOwn)
        .map((identifier) => [identifierKey(identifier), identifier]),
    );
    entries.set(permalink, {
      permalink,
      since: known?.since ?? edition,
      ...described(work, known, absorbed.get(permalink) ?? [], shownBy),
      identifiers: [...identifiers.values()],
      citation_key: known?.citation_key ?? work.citationKey,
      ...given({ other_keys: otherKeysOf(work, known, ledger) }),
      record: recordOf(work),
      fate: { status: 'current' },
    });
  }
  return [...entries.values()]
    .map(entryInOrder)
    .sort((a, b) => compareText(a.permalink, b.permalink));
}

/** The keys a work is listed with, but for those that are another entry's own, which says itself where they lead. */
function otherKeysOf(
  { otherKeys = [] }: Work,
  known: PermalinkEntry | undefined,
  { permalinks }: PermalinkLedger,
): string[] | undefined {
  const own = new Set(
    permalinks.flatMap((entry) =>
      [entry.citation_key ?? [], entry === known ? [] : (entry.other_keys ?? [])].flat(),
    ),
  );
  const keys = otherKeys.filter((key) => !own.has(key));
  return keys.length === 0 ? undefined : keys;
}

/** What else is known of a work, for the page that stays when it leaves. */
function recordOf({ fields, publication }: Work): PermalinkEntry['record'] {
  const { names = [], count = 0 } = fields.authors?.value ?? {};
  const more = count - names.length;
  const record = given({
    authors: names.length === 0 ? undefined : names.map(displayName),
    more_authors: more > 0 ? more : undefined,
    issued: publication.issued?.iso,
    venue: publication.containerTitle,
  });
  return Object.keys(record).length === 0 ? undefined : record;
}

/** Title and abstract by which a work is recognised later; those of a paper it absorbed are left to that one. */
function described(
  work: Work,
  known: PermalinkEntry | undefined,
  absorbed: readonly PermalinkEntry[],
  shownBy: ReadonlyMap<string, string>,
): Pick<PermalinkEntry, 'title' | 'other_titles' | 'digest'> {
  const shown = toPlain(work.title.value.rich);
  const taken = new Set(absorbed.flatMap(titleKeysOfEntry));
  const title = known !== undefined && taken.has(plainTitleKey(shown)) ? known.title : shown;
  const others = [...(known?.other_titles ?? []), ...(known === undefined ? [] : [known.title])];
  const own = new Set(titleKeysOfWork(work));
  // A title that another paper has, and this one no source for, was of a paper that has been split from it.
  const isOwn = (key: string) =>
    own.has(key) || (shownBy.get(key) ?? work.permalink) === work.permalink;
  const earlier = unique(others).filter((each) => {
    const key = plainTitleKey(each);
    return key !== plainTitleKey(title) && isOwn(key);
  });
  const abstract = work.fields.abstract?.value.rich;
  const text = abstract === undefined ? undefined : likeness(abstract);
  const isForeign = absorbed.some((entry) => matchAbstract(entry.digest, text) === 'same');
  const digest = isForeign ? known?.digest : (abstractDigest(work) ?? known?.digest);
  return {
    title,
    ...given({ other_titles: earlier.length === 0 ? undefined : earlier, digest }),
  };
}

/** The entry with its keys in the order of the schema, so that equal ledgers have equal bytes. */
export function entryInOrder(entry: PermalinkEntry): PermalinkEntry {
  const { permalink, since, title, other_titles, identifiers, digest, citation_key } = entry;
  const { other_keys, record, fate } = entry;
  return {
    permalink,
    since,
    title,
    ...given({ other_titles }),
    identifiers,
    ...given({ digest, citation_key, other_keys, record }),
    fate,
  };
}
