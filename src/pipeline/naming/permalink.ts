import type { Unnamed } from './unnamed.ts';
import type {
  Identifier,
  IsoDate,
  PermalinkEntry,
  PermalinkLedger,
  RichText,
  Survey,
  Work,
} from '../../model/index.ts';
import { fold, toPlain } from '../../text/index.ts';
import { hex } from '../digest.ts';
import { identifierKey, likeness } from '../reading/index.ts';
import { abstractDigest, matchAbstract, plainTitleKey, titlesOfEntry } from './identity.ts';
import { permalinkLedgerFile, type Rulings, type Settled, settleLedger } from './ledger.ts';
import { addTo, compareText, hash32, unique } from '../order.ts';

/** Letters of a title in a permalink, at most; cut between words. */
const slugLength = 64;
const unsafe = /[^a-z0-9.]+/g;
const ragged = /^[-.]+|[-.]+$/g;

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
  const slug = words === '' ? `paper-${hex(hash32(plain))}` : cut(words);
  if (issued === undefined && reserved.has(slug)) return `paper-${slug}`;
  return issued === undefined ? slug : `${slug}-${issued.slice(0, 4)}`;
}

function cut(slug: string): string {
  if (slug.length <= slugLength) return slug;
  const end = slug.lastIndexOf('-', slugLength);
  return slug.slice(0, end > 0 ? end : slugLength);
}

/** A work's place in a list, and the permalink it has there. */
export interface Named {
  permalink: string;
  released: boolean;
}

/** What a ledger makes of works: `named` goes with them one by one. */
export interface Assigned extends Pick<Settled, 'departed' | 'withdrawn' | 'messages'> {
  /** Undefined for a work whose permalink is withdrawn: it stays out of the survey. */
  named: (Named | undefined)[];
}

const noRulings: Rulings = { merges: [], matches: [], exclusions: [] };

/**
 * A permalink for every work, in the order given. The ledger decides for the works it knows; the others get a
 * provisional one, made from what they say, so that it does not depend on the order or on file names.
 */
export function assignPermalinks(
  works: readonly Unnamed[],
  ledger: PermalinkLedger,
  rulings: Rulings = noRulings,
): Assigned {
  const { holders, withdrawn, departed, messages } = settleLedger(works, ledger, rulings);
  const taken = new Set(ledger.permalinks.map((entry) => entry.permalink));
  const wishes = new Map<string, number[]>();
  const named = works.map((work, index): Named | undefined => {
    const entry = holders.get(index);
    if (entry !== undefined) return { permalink: entry.permalink, released: true };
    if (withdrawn.has(index)) return undefined;
    const permalink = wishedPermalink(work);
    addTo(wishes, permalink, index);
    return { permalink, released: false };
  });
  for (const [permalink, holding] of [...wishes].sort(([a], [b]) => compareText(a, b))) {
    if (holding.length === 1 && !taken.has(permalink)) {
      taken.add(permalink);
      continue;
    }
    const marked = holding.map((index) => ({ index, content: contentOf(works[index]) }));
    marked.sort((a, b) => compareText(a.content, b.content));
    for (const { index, content } of marked) {
      named[index] = {
        permalink: free(`${permalink}-${hex(hash32(content))}`, taken),
        released: false,
      };
    }
  }
  const provisional = named.filter((name) => name?.released === false).length;
  if (provisional > 0) {
    messages.push({
      code: 'permalinks-provisional',
      severity: 'note',
      source: { file: permalinkLedgerFile },
      text:
        provisional === 1
          ? '1 paper has a provisional permalink, which may still change.'
          : `${provisional} papers have provisional permalinks, which may still change.`,
      hint: 'Run `npm run -s florilegium -- release` to fix them in the ledger.',
    });
  }
  return { named, departed, withdrawn, messages };
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

/**
 * The ledger after a release: every entry it had, with what was learnt since and what became of it, and one for every
 * work that had none. Sorted by permalink; the same survey gives the same ledger.
 */
export function releasePermalinks(
  survey: Pick<Survey, 'works' | 'departed'>,
  ledger: PermalinkLedger,
  edition: string,
): PermalinkLedger {
  const entries = new Map(ledger.permalinks.map((entry) => [entry.permalink, entry]));
  const departed = new Map(survey.departed.map((each) => [each.permalink, each]));
  const holderOf = new Map<string, string>();
  for (const work of survey.works) {
    for (const { value } of work.identifiers) holderOf.set(identifierKey(value), work.permalink);
  }
  /** Entries whose papers are now others, by the permalink they lead to. */
  const absorbed = new Map<string, PermalinkEntry[]>();
  for (const { permalink, fate } of survey.departed) {
    const entry = entries.get(permalink);
    if (entry !== undefined && fate.status === 'merged') addTo(absorbed, fate.into, entry);
  }
  for (const { permalink, fate } of departed.values()) {
    const entry = entries.get(permalink);
    if (entry !== undefined)
      entries.set(permalink, { ...entry, fate: { ...fate, on: fate.on ?? edition } });
  }
  for (const work of survey.works) {
    const { permalink } = work;
    const known = entries.get(permalink);
    const foreign = new Set(
      (absorbed.get(permalink) ?? []).flatMap((entry) => entry.identifiers.map(identifierKey)),
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
      ...described(work, known, absorbed.get(permalink) ?? []),
      identifiers: [...identifiers.values()],
      fate: { status: 'current' },
    });
  }
  const permalinks = [...entries.values()]
    .map(inOrder)
    .sort((a, b) => compareText(a.permalink, b.permalink));
  return { version: 2, permalinks };
}

/** Title and abstract by which a work is recognised later; those of a paper it absorbed are left to that one. */
function described(
  work: Work,
  known: PermalinkEntry | undefined,
  absorbed: readonly PermalinkEntry[],
): Pick<PermalinkEntry, 'title' | 'other_titles' | 'digest'> {
  const shown = toPlain(work.title.value.rich);
  const taken = new Set(absorbed.flatMap(titlesOfEntry));
  const title = known !== undefined && taken.has(plainTitleKey(shown)) ? known.title : shown;
  const others = [...(known?.other_titles ?? []), ...(known === undefined ? [] : [known.title])];
  const earlier = unique(others).filter((each) => plainTitleKey(each) !== plainTitleKey(title));
  const abstract = work.fields.abstract?.value.rich;
  const text = abstract === undefined ? undefined : likeness(abstract);
  const isForeign = absorbed.some((entry) => matchAbstract(entry.digest, text) === 'same');
  const digest = isForeign ? known?.digest : (abstractDigest(work) ?? known?.digest);
  return {
    title,
    ...(earlier.length === 0 ? {} : { other_titles: earlier }),
    ...(digest === undefined ? {} : { digest }),
  };
}

/** The entry with its keys in the order of the schema, so that equal ledgers have equal bytes. */
function inOrder(entry: PermalinkEntry): PermalinkEntry {
  const { permalink, since, title, other_titles, identifiers, digest, fate } = entry;
  return {
    permalink,
    since,
    title,
    ...(other_titles === undefined ? {} : { other_titles }),
    identifiers,
    ...(digest === undefined ? {} : { digest }),
    fate,
  };
}

/** The text of `content/permalinks.json`. */
export function permalinkLedgerText(ledger: PermalinkLedger): string {
  return `${JSON.stringify({ version: 2, permalinks: ledger.permalinks.map(inOrder) }, null, 1)}\n`;
}
