import type {
  Identifier,
  IsoDate,
  LedgerEntry,
  Message,
  PermalinkLedger,
  RichText,
  Survey,
  Work,
} from '../model/index.ts';
import { fold, toPlain } from '../text/index.ts';
import { identifierKey } from './identify.ts';
import { inferTitle } from './infer-title.ts';
import { titleKey } from './likeness.ts';
import { addTo, compareText, hash32 } from './order.ts';

/** Letters of a title in a permalink, at most; cut between words. */
const slugLength = 64;
const unsafe = /[^a-z0-9.]+/g;
const ragged = /^[-.]+|[-.]+$/g;
const ledgerFile = 'permalinks.json';

/** Names of lists that stand beside papers in the folder `papers/`. */
const reserved: ReadonlySet<string> = new Set(['page', 'venue', 'with-code']);

/** Text made fit for a path: lower-case letters, digits, `.` and `-`, or empty. */
export function safeSegment(text: string): string {
  return text.toLowerCase().replace(unsafe, '-').replace(ragged, '');
}

/** `arxiv-2507.17249`, `arxiv-cond-mat-9701067`, `doi-10.1145-3711896.3737079`; undefined for other schemes. */
export function permalinkOfIdentifier({ scheme, value }: Identifier): string | undefined {
  return scheme === 'arxiv' || scheme === 'doi' ? safeSegment(`${scheme}-${value}`) : undefined;
}

/** `parts-and-wholes-2025`; a title without Latin letters gives a number made from it: `paper-1b2c3d4e-2025`. */
export function permalinkOfTitle(title: RichText, issued?: IsoDate): string {
  const plain = fold(toPlain(title));
  const words = safeSegment(plain).replaceAll('.', '-');
  const slug = words === '' ? `paper-${hex(plain)}` : cut(words);
  if (issued === undefined && reserved.has(slug)) return `paper-${slug}`;
  return issued === undefined ? slug : `${slug}-${issued.slice(0, 4)}`;
}

function cut(slug: string): string {
  if (slug.length <= slugLength) return slug;
  const end = slug.lastIndexOf('-', slugLength);
  return slug.slice(0, end > 0 ? end : slugLength);
}

function hex(text: string): string {
  return hash32(text).toString(16).padStart(8, '0');
}

/** A work that has all but its names: the permalink and the citation key. */
export type Unnamed = Omit<Work, 'permalink' | 'released' | 'citationKey'>;

/** A work's place in a list, and the permalink it has there. */
export interface Named {
  permalink: string;
  released: boolean;
}

/** A paper that a correction left out. */
export interface Withdrawn {
  identifiers: readonly Identifier[];
  /** Keys of its titles. */
  titles: readonly string[];
}

/**
 * A permalink for every work, in the order given. The ledger decides for the works it knows, by any identifier or else
 * by title; the others get a provisional one, made from what they say, so that it does not depend on the order or on
 * file names. A ledger entry without a work and two entries for one work are errors: a released permalink never
 * disappears and never changes hands by itself.
 */
export function assignPermalinks(
  works: readonly Unnamed[],
  ledger: PermalinkLedger,
  withdrawn: readonly Withdrawn[] = [],
): { named: Named[]; messages: Message[] } {
  const messages: Message[] = [];
  const entryOf = recognise(works, ledger, withdrawn, messages);
  const taken = new Set(ledger.permalinks.map((entry) => entry.permalink));
  const wishes = new Map<string, number[]>();
  const named = works.map((work, index): Named => {
    const entry = entryOf.get(index);
    if (entry !== undefined) return { permalink: entry.permalink, released: true };
    const permalink = wishedPermalink(work);
    addTo(wishes, permalink, index);
    return { permalink, released: false };
  });
  for (const [permalink, holders] of [...wishes].sort(([a], [b]) => compareText(a, b))) {
    if (holders.length === 1 && !taken.has(permalink)) {
      taken.add(permalink);
      continue;
    }
    const marked = holders.map((index) => ({ index, content: contentOf(works[index]) }));
    marked.sort((a, b) => compareText(a.content, b.content));
    for (const { index, content } of marked) {
      named[index] = { permalink: free(`${permalink}-${hex(content)}`, taken), released: false };
    }
  }
  const provisional = named.filter(({ released }) => !released).length;
  if (provisional > 0) {
    messages.push({
      code: 'permalinks-provisional',
      severity: 'note',
      source: { file: ledgerFile },
      text:
        provisional === 1
          ? '1 paper has a provisional permalink, which may still change.'
          : `${provisional} papers have provisional permalinks, which may still change.`,
      hint: 'Run `npm run -s florilegium -- release` to fix them in the ledger.',
    });
  }
  return { named, messages };
}

function wishedPermalink(work: Unnamed): string {
  for (const { value } of work.identifiers) {
    const permalink = permalinkOfIdentifier(value);
    if (permalink !== undefined) return permalink;
  }
  return permalinkOfTitle(work.title.value.rich, work.fields.issued?.value.iso);
}

/** What tells a work from another of the same title, whatever files it stands in. */
function contentOf(work: Unnamed | undefined): string {
  if (work === undefined) return '';
  return JSON.stringify([
    work.identifiers.map(({ value }) => identifierKey(value)),
    work.title.value.source,
    work.fields.abstract?.value.source ?? '',
    work.fields.authors?.value.names.map(({ literal }) => literal) ?? [],
    work.fields.issued?.value.iso ?? '',
  ]);
}

function free(wish: string, taken: Set<string>): string {
  let permalink = wish;
  for (let number = 2; taken.has(permalink); number += 1) permalink = `${wish}-${number}`;
  taken.add(permalink);
  return permalink;
}

/** The ledger entry of each work that has one, by its index. */
function recognise(
  works: readonly Unnamed[],
  ledger: PermalinkLedger,
  withdrawn: readonly Withdrawn[],
  messages: Message[],
): Map<number, LedgerEntry> {
  const byIdentifier = new Map<string, number>();
  const byTitle = new Map<string, number[]>();
  works.forEach((work, index) => {
    for (const { value } of work.identifiers) byIdentifier.set(identifierKey(value), index);
    for (const title of titlesOf(work)) addTo(byTitle, title, index);
  });
  const entries = ledger.permalinks.toSorted((a, b) => compareText(a.permalink, b.permalink));
  const found = new Map<LedgerEntry, number>();
  const unclaimed: LedgerEntry[] = [];
  for (const entry of entries) {
    const index = entry.identifiers.flatMap(
      (identifier) => byIdentifier.get(identifierKey(identifier)) ?? [],
    )[0];
    if (index === undefined) unclaimed.push(entry);
    else found.set(entry, index);
  }
  const claimed = new Set(found.values());
  const byInferred = unclaimed.length === 0 ? byTitle : inferredTitles(works);
  for (const entry of unclaimed) {
    const key = fold(entry.title).replaceAll(' ', '');
    const holders = byTitle.get(key) ?? byInferred.get(key) ?? [];
    const candidates = holders.filter((index) => !claimed.has(index) && mayBe(works[index], entry));
    const [only] = candidates;
    if (only !== undefined && candidates.length === 1) found.set(entry, only);
    else if (isWithdrawn(entry, withdrawn)) messages.push(withdrawal(entry));
    else messages.push(lost(entry, candidates.length));
  }
  const entryOf = new Map<number, LedgerEntry>();
  for (const entry of entries) {
    const index = found.get(entry);
    if (index === undefined) continue;
    const first = entryOf.get(index);
    if (first === undefined) entryOf.set(index, entry);
    else messages.push(shared(first, entry));
  }
  return entryOf;
}

/** Titles a work is known by: the one shown and those other sources print. */
function titlesOf(work: Unnamed): Set<string> {
  const shown = titleKey(work.title.value.rich);
  const others = work.observations
    .filter(({ field }) => field === 'title')
    .map(({ value }) => fold(value).replaceAll(' ', ''));
  return new Set([shown, ...others].filter((title) => title !== ''));
}

/** Works by the title each had before a source gave it one, so that a release made then still finds it. */
function inferredTitles(works: readonly Unnamed[]): Map<string, number[]> {
  const byTitle = new Map<string, number[]>();
  works.forEach((work, index) => {
    const abstract = work.fields.abstract?.value;
    const inferred = abstract === undefined ? undefined : inferTitle(abstract);
    if (inferred !== undefined) addTo(byTitle, titleKey(inferred.title.rich), index);
  });
  return byTitle;
}

/** False when a work has another identifier of a scheme than the entry that its title would give it. */
function mayBe(work: Unnamed | undefined, entry: LedgerEntry): boolean {
  return entry.identifiers.every(
    ({ scheme, value }) =>
      scheme === 'url' ||
      !work?.identifiers.some((own) => own.value.scheme === scheme && own.value.value !== value),
  );
}

function isWithdrawn(entry: LedgerEntry, withdrawn: readonly Withdrawn[]): boolean {
  const keys = new Set(entry.identifiers.map(identifierKey));
  const title = fold(entry.title).replaceAll(' ', '');
  return withdrawn.some(
    ({ identifiers, titles }) =>
      identifiers.some((identifier) => keys.has(identifierKey(identifier))) ||
      titles.includes(title),
  );
}

function withdrawal(entry: LedgerEntry): Message {
  return {
    code: 'permalink-withdrawn',
    severity: 'warning',
    source: { file: ledgerFile },
    text: `The released permalink ${entry.permalink} (“${entry.title}”) stands for a paper that a correction excludes.`,
    hint: 'Links to it lead nowhere; delete the correction if the paper is to stay.',
  };
}

function lost(entry: LedgerEntry, candidates: number): Message {
  const named = entry.identifiers.map(identifierKey).join(', ');
  return {
    code: 'permalink-lost',
    severity: 'error',
    source: { file: ledgerFile },
    text:
      candidates > 1
        ? `${candidates} papers answer to the released permalink ${entry.permalink} (“${entry.title}”).`
        : `No paper answers to the released permalink ${entry.permalink} (“${entry.title}”${named === '' ? '' : `, ${named}`}).`,
    hint: 'Put the seed that describes it back, or say in a correction which paper has this title or identifier.',
  };
}

function shared(first: LedgerEntry, second: LedgerEntry): Message {
  return {
    code: 'permalink-shared',
    severity: 'error',
    source: { file: ledgerFile },
    text: `One paper answers to two released permalinks, ${first.permalink} and ${second.permalink}.`,
    hint: 'If the records are two papers, keep them apart in a correction; if they are one, decide which permalink stays.',
  };
}

/**
 * The ledger after a release: every entry it had, with the identifiers learnt since, and one for every work that had
 * none. Sorted by permalink.
 */
export function releasePermalinks(
  survey: Survey,
  ledger: PermalinkLedger,
  edition: string,
): PermalinkLedger {
  const entries = new Map(ledger.permalinks.map((entry) => [entry.permalink, entry]));
  for (const work of survey.works) {
    const known = entries.get(work.permalink);
    const own = work.identifiers.map(({ value }) => value);
    if (known === undefined) {
      entries.set(work.permalink, {
        permalink: work.permalink,
        since: edition,
        title: toPlain(work.title.value.rich),
        identifiers: own,
      });
      continue;
    }
    const keys = new Set(known.identifiers.map(identifierKey));
    const learnt = own.filter((identifier) => !keys.has(identifierKey(identifier)));
    if (learnt.length > 0)
      entries.set(work.permalink, { ...known, identifiers: [...known.identifiers, ...learnt] });
  }
  const permalinks = [...entries.values()].sort((a, b) => compareText(a.permalink, b.permalink));
  return { version: 1, permalinks };
}
