import type { z } from 'zod';
import {
  given,
  type correctionOfFactSchema,
  type Message,
  type settableSchema,
  type Survey,
  type Target,
  type Work,
} from '../../model/index.ts';
import { identifierKey, textFields, titleKey } from '../reading/index.ts';
import { addTo } from '../lists.ts';
import { nameTarget } from '../naming/index.ts';
import { dateFrom } from './compare.ts';
import {
  type Details,
  details,
  type FoundRecord,
  type Service,
  serviceNames,
} from './found-record.ts';
import { type Gap, gapsOf, identifierOf, statedDate } from './gaps.ts';
import { type Judgement, judge } from './judge.ts';
import { type Answers, type Lookup, lookupKey, lookupsFor } from './lookups.ts';
import { fieldWords, listed } from './words.ts';

/** A correction as its file holds it. */
export type CorrectionOfFact = z.infer<typeof correctionOfFactSchema>;

/** What is asked, and of whom. */
export interface EnrichOptions {
  services: readonly Service[];
  /** True to look whether papers without a DOI have been published. */
  published: boolean;
}

/** What answers make of a survey's gaps. */
interface Enrichment {
  /** Corrections to be written, each with the public address of the record it comes from. */
  corrections: CorrectionOfFact[];
  /** What is to be asked next, in order of the survey, each once. */
  open: Lookup[];
  /** Contradictions, candidates that were not taken, papers that cannot be looked up. */
  messages: Message[];
}

const enrichable = ['title', 'authors', 'arxiv', 'doi', 'date', 'venue', ...details] as const;
type Values = Pick<z.infer<typeof settableSchema>, (typeof enrichable)[number]>;

/** A record that is of a paper, and the values it has for what the paper lacks. */
interface Proposal {
  work: Work;
  match: Target;
  record: FoundRecord;
  set: Values;
  how: string;
}

/**
 * What the answers known so far fill of a survey's gaps, and what is to be asked next. A paper is asked after by its
 * identifiers first, then by its title, until nothing is missing. A record is taken only when nothing stated contradicts
 * it; one found by title must have the same title, and an author, the year or the abstract in common. Values that are
 * stated are never proposed, and neither is an identifier that another paper of the survey has.
 *
 * @param survey the survey with the corrections that earlier answers gave
 * @param bare the survey without them, whose papers are named in the new corrections: a name never rests on an answer
 */
export function enrich(
  survey: Survey,
  bare: Survey,
  answers: Answers,
  options: EnrichOptions,
): Enrichment {
  const targets = targetsOf(bare);
  const messages: Message[] = [];
  const open = new Map<string, Lookup>();
  const proposals: Proposal[] = [];
  for (const work of survey.works) {
    const gaps = gapsOf(work, options);
    if (gaps.length === 0) continue;
    const lookups = lookupsFor(work, gaps);
    const match = targets.get(work.records[0] ?? '');
    if (lookups.length === 0 || match === undefined) {
      messages.push(notLookedUp(work, lookups.length === 0 ? withoutKey : nameless));
      continue;
    }
    const asked = lookups.filter(({ service }) => options.services.includes(service));
    let isRegistered = false;
    for (const lookup of asked) {
      // A DOI stands in the register of one agency.
      if (lookup.service === 'datacite' && isRegistered) continue;
      const records = answers.to(lookup);
      if (records === undefined) {
        open.set(lookupKey(lookup), lookup);
        break;
      }
      isRegistered ||=
        lookup.service === 'crossref' && lookup.by === 'identifier' && records.length > 0;
      const judgement = judge(work, lookup, records);
      messages.push(
        ...judgement.messages.filter(
          ({ code }) => code !== 'lookup-without-record' || isTelling(lookup, asked),
        ),
      );
      const set = valuesFor(work, gaps, judgement);
      if (judgement.taken === undefined || Object.keys(set).length === 0) continue;
      proposals.push({ work, match, record: judgement.taken, set, how: judgement.how });
      break;
    }
  }
  const { kept, messages: refused } = withoutForeign(proposals, survey);
  const corrections = kept.map(correctionOf);
  return { corrections, open: [...open.values()], messages: [...messages, ...refused] };
}

/** By key of a record: the lasting name of its paper, for papers that have one of their own. */
function targetsOf({ works }: Survey): Map<string, Target> {
  const byTitle = new Map<string, Work[]>();
  for (const work of works) addTo(byTitle, titleKey(work.title.value.rich), work);
  const targets = new Map<string, Target>();
  for (const work of works) {
    const target = nameTarget(work);
    const namesakes = byTitle.get(titleKey(work.title.value.rich)) ?? [];
    if (target.title !== undefined && namesakes.length > 1) continue;
    for (const record of work.records) targets.set(record, target);
  }
  return targets;
}

/** The values the record taken has for what a paper lacks, in the order in which a correction lists them. */
function valuesFor(work: Work, gaps: readonly Gap[], { taken, against }: Judgement): Values {
  if (taken === undefined) return {};
  const { title, authors, date, venue } = taken;
  const isOpen = (gap: 'title' | 'authors' | 'date') =>
    gaps.includes(gap) && !against.some(({ field }) => field === gap);
  const identifier = (scheme: 'arxiv' | 'doi') =>
    identifierOf(work, scheme) === undefined
      ? taken.identifiers.find((each) => each.scheme === scheme)?.value
      : undefined;
  return {
    ...given({
      title: isOpen('title') ? title : undefined,
      authors: isOpen('authors') && authors.length > 0 ? authors : undefined,
      arxiv: identifier('arxiv'),
      doi: identifier('doi'),
      date: isOpen('date') && date ? dateFrom(statedDate(work)?.value, date) : undefined,
      venue: work.fields.venue === undefined ? venue : undefined,
    }),
    ...detailsFor(work, taken),
  };
}

/** What a record says of the publication and no source does; nothing of one that the sources take for a preprint. */
function detailsFor(work: Work, { details: found, preprint, venue }: FoundRecord): Details {
  const { fields, publication } = work;
  const holder = fields.venue === undefined ? venue : publication.containerTitle;
  const isPublished = !preprint && holder !== undefined;
  const lacking: Details = {};
  for (const name of details) {
    const key = name === 'type' || name === 'editors' ? name : textFields.get(name);
    const isWanted = isPublished || name === 'journal_ref';
    if (isWanted && key !== undefined && fields[key] === undefined) copy(name, found, lacking);
  }
  return lacking;
}

function copy<K extends keyof Details>(name: K, from: Details, to: Details): void {
  const value = from[name];
  if (value !== undefined) to[name] = value;
}

/** True where a service without a record says something: DOIs stand in one of two registers, and in OpenAlex perhaps. */
function isTelling({ service }: Lookup, asked: readonly Lookup[]): boolean {
  if (service === 'openalex') return false;
  return service !== 'crossref' || !asked.some((each) => each.service === 'datacite');
}

/** The proposals that bring no identifier which another paper of the survey has or would get. */
function withoutForeign(
  proposals: readonly Proposal[],
  { works }: Survey,
): { kept: Proposal[]; messages: Message[] } {
  const holders = new Map<string, Work[]>();
  for (const work of works)
    for (const { value } of work.identifiers) addTo(holders, identifierKey(value), work);
  for (const proposal of proposals)
    for (const key of broughtBy(proposal)) addTo(holders, key, proposal.work);
  const messages: Message[] = [];
  const kept = proposals.filter((proposal) => {
    const shared = broughtBy(proposal).find((key) => (holders.get(key)?.length ?? 0) > 1);
    if (shared === undefined) return true;
    const others = holders.get(shared)?.filter((work) => work !== proposal.work) ?? [];
    messages.push(foreign(proposal, shared, others));
    return false;
  });
  return { kept, messages };
}

/** Keys of the identifiers that a proposal gives its paper. */
function broughtBy({ set, record }: Proposal): string[] {
  return record.identifiers
    .filter(({ scheme, value }) => value === set.arxiv || (scheme === 'doi' && value === set.doi))
    .map(identifierKey);
}

function correctionOf({ match, record, set, how }: Proposal): CorrectionOfFact {
  const filled = listed(
    enrichable.filter((field) => set[field] !== undefined).map((field) => fieldWords[field]),
  );
  const reason = `Found at ${serviceNames[record.service]} ${how}; missing before: ${filled}.`;
  return { match, set, yields: true, reason, evidence: [record.url] };
}

function foreign({ work, record }: Proposal, key: string, others: readonly Work[]): Message {
  const names = others.map(({ permalink }) => permalink).join(', ');
  return {
    code: 'identifier-of-another-paper',
    severity: 'warning',
    text: `${record.url} seems to be ${work.permalink}, and ${key} is also that of ${names}; nothing was taken.`,
    hint: 'If they are one paper, merge them in a correction; if not, set the right identifiers.',
  };
}

/** Why nobody is asked about a paper, and what helps. */
const withoutKey = {
  why: 'lacks something and has neither an identifier nor a title that a source states',
  hint: 'Set its title or an identifier in a correction.',
};
const nameless = {
  why: 'shares its title with another paper and has no identifier, so that a correction cannot name it',
  hint: 'Release the survey, which gives both a permalink that lasts, or set an identifier by hand with seed in match.',
};

const notLookedUp = (work: Work, { why, hint }: typeof nameless): Message => ({
  code: 'paper-not-looked-up',
  severity: 'note',
  text: `${work.permalink} ${why}.`,
  hint,
});
