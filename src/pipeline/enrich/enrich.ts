import type { z } from 'zod';
import type {
  correctionOfFactSchema,
  Message,
  settableSchema,
  Survey,
  Target,
  Work,
} from '../../model/index.ts';
import { identifierKey } from '../identify.ts';
import { titleKey } from '../likeness.ts';
import { addTo } from '../order.ts';
import { nameTarget } from '../target.ts';
import { type Contradiction, contradictions, resembles, sameTitle, support } from './compare.ts';
import { type FoundRecord, type Service, serviceNames } from './found-record.ts';
import { type Gap, gapsOf, identifierOf } from './gaps.ts';
import { type Answers, type Lookup, lookupsFor } from './lookups.ts';

/** A correction as its file holds it. */
export type CorrectionOfFact = z.infer<typeof correctionOfFactSchema>;

/** What is asked, and of whom. */
export interface EnrichOptions {
  services: readonly Service[];
  /** True to look whether papers without a DOI have been published. */
  published: boolean;
}

/** What answers make of a survey's gaps. */
export interface Enrichment {
  /** Corrections to be written, each with the public address of the record it comes from. */
  corrections: CorrectionOfFact[];
  /** What is to be asked next, in order of the survey, each once. */
  open: Lookup[];
  /** Contradictions, candidates that were not taken, papers that cannot be looked up. */
  messages: Message[];
}

/** A record that is of a paper, and the values it has for the paper's gaps. */
interface Proposal {
  work: Work;
  record: FoundRecord;
  set: z.infer<typeof settableSchema>;
  /** `by its identifier`, `by its title and the author Gu` */
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
    const lookups = lookupsFor(work, gaps).filter(({ service }) =>
      options.services.includes(service),
    );
    const [record = ''] = work.records;
    if (!targets.has(record)) {
      if (lookups.length > 0) messages.push(namelessWork(work));
      continue;
    }
    if (gaps.length > 0 && lookupsFor(work, gaps).length === 0) messages.push(workWithoutKey(work));
    for (const lookup of lookups) {
      const records = answers.to(lookup);
      if (records === undefined) {
        open.set(JSON.stringify(lookup), lookup);
        break;
      }
      const judged =
        lookup.by === 'identifier'
          ? judgeRecord(work, lookup, records)
          : judgeCandidates(work, lookup, records);
      messages.push(...judged.messages);
      if (judged.taken === undefined) continue;
      const set = valuesFor(work, gaps, judged.taken);
      if (Object.keys(set).length === 0) continue;
      proposals.push({ work, record: judged.taken, set, how: judged.how });
      break;
    }
  }
  const { kept, messages: refused } = withoutForeign(proposals, survey);
  messages.push(...refused);
  const corrections = kept.flatMap((proposal) => {
    const match = targets.get(proposal.work.records[0] ?? '');
    return match === undefined ? [] : [correctionOf(proposal, match)];
  });
  return { corrections, open: [...open.values()], messages };
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

interface Judgement {
  taken?: FoundRecord;
  how: string;
  messages: Message[];
}

function judgeRecord(
  work: Work,
  { service, value }: Lookup,
  records: readonly FoundRecord[],
): Judgement {
  const how = 'by its identifier';
  const [record] = records;
  if (record === undefined) {
    const text = `${serviceNames[service]} has no record of ${value}, the identifier of ${work.permalink}.`;
    const hint = 'Check the identifier, or give what is missing in a correction.';
    return { how, messages: [{ code: 'lookup-without-record', severity: 'note', text, hint }] };
  }
  const against = contradictions(work, record);
  const messages = against.length === 0 ? [] : [contradicted(work, record, against)];
  return isOther(against) ? { how, messages } : { taken: record, how, messages };
}

/** True when what is contradicted makes a record one of another paper. Two dates can be of two events in the life of one. */
function isOther(against: readonly Contradiction[]): boolean {
  return against.some(({ field }) => field !== 'date');
}

function judgeCandidates(
  work: Work,
  { service }: Lookup,
  records: readonly FoundRecord[],
): Judgement {
  const how = 'by its title';
  const messages: Message[] = [];
  const good: { record: FoundRecord; reason: string }[] = [];
  for (const record of records) {
    if (!sameTitle(work, record)) {
      if (resembles(work, record))
        messages.push(notTaken(work, record, 'its title is another one'));
      continue;
    }
    const against = contradictions(work, record);
    const reason = support(work, record);
    if (isOther(against)) messages.push(notTaken(work, record, `it has ${describe(against)}`));
    else if (reason === undefined)
      messages.push(
        notTaken(work, record, 'neither an author nor the year nor the abstract is known to agree'),
      );
    else good.push({ record, reason });
  }
  // Of one paper posted and then published, the publication is the record.
  const published = good.filter(({ record }) => !record.preprint);
  const [first, ...rest] = published.length > 0 ? published : good;
  if (first === undefined) return { how, messages };
  if (rest.length > 0) {
    const why = `${serviceNames[service]} has several records that agree as well`;
    messages.push(...[first, ...rest].map(({ record }) => notTaken(work, record, why)));
    return { how, messages };
  }
  const against = contradictions(work, first.record);
  return {
    taken: first.record,
    how: `${how} and ${first.reason}`,
    messages: against.length === 0 ? [] : [contradicted(work, first.record, against)],
  };
}

/** The values a record has for what a paper lacks. */
function valuesFor(work: Work, gaps: readonly Gap[], record: FoundRecord): Proposal['set'] {
  const set: Proposal['set'] = {};
  const dateDiffers = contradictions(work, record).some(({ field }) => field === 'date');
  const identifier = (scheme: 'arxiv' | 'doi') =>
    identifierOf(work, scheme) === undefined
      ? record.identifiers.find((each) => each.scheme === scheme)?.value
      : undefined;
  const arxiv = identifier('arxiv');
  const doi = identifier('doi');
  if (gaps.includes('title') && record.title !== undefined) set.title = record.title;
  if (gaps.includes('authors') && record.authors.length > 0) set.authors = record.authors;
  if (arxiv !== undefined) set.arxiv = arxiv;
  if (doi !== undefined) set.doi = doi;
  if (gaps.includes('date') && record.date !== undefined && !dateDiffers) set.date = record.date;
  if (work.fields.venue === undefined && record.venue !== undefined) set.venue = record.venue;
  return set;
}

/** The proposals that bring no identifier which another paper of the survey has or would get. */
function withoutForeign(
  proposals: readonly Proposal[],
  { works }: Survey,
): { kept: Proposal[]; messages: Message[] } {
  const holders = new Map<string, Set<Work>>();
  const hold = (key: string, work: Work) => {
    const known = holders.get(key) ?? new Set();
    holders.set(key, known.add(work));
  };
  for (const work of works)
    for (const { value } of work.identifiers) hold(identifierKey(value), work);
  const broughtBy = (proposal: Proposal) =>
    proposal.record.identifiers.filter(
      ({ scheme }) =>
        (scheme === 'arxiv' || scheme === 'doi') && proposal.set[scheme] !== undefined,
    );
  for (const proposal of proposals) {
    for (const identifier of broughtBy(proposal)) hold(identifierKey(identifier), proposal.work);
  }
  const messages: Message[] = [];
  const kept = proposals.filter((proposal) => {
    for (const identifier of broughtBy(proposal)) {
      const key = identifierKey(identifier);
      const others = [...(holders.get(key) ?? [])].filter((work) => work !== proposal.work);
      if (others.length === 0) continue;
      messages.push({
        code: 'identifier-of-another-paper',
        severity: 'warning',
        text: `${proposal.record.url} seems to be ${proposal.work.permalink}, and ${key} is also that of ${others.map(({ permalink }) => permalink).join(', ')}; nothing was taken.`,
        hint: 'If they are one paper, merge them in a correction; if not, set the right identifiers.',
      });
      return false;
    }
    return true;
  });
  return { kept, messages };
}

const fieldWords: Record<string, string> = {
  title: 'title',
  authors: 'authors',
  arxiv: 'arXiv identifier',
  doi: 'DOI',
  date: 'date',
  venue: 'venue',
};

function correctionOf({ record, set, how }: Proposal, match: Target): CorrectionOfFact {
  const words = Object.keys(set).map((field) => fieldWords[field] ?? field);
  const list = [words.slice(0, -1).join(', '), ...words.slice(-1)]
    .filter((part) => part !== '')
    .join(' and ');
  const reason = `Found at ${serviceNames[record.service]} ${how}; missing before: ${list}.`;
  return { match, set, yields: true, reason, evidence: [record.url] };
}

/** `title “B”, where the survey has “A” (seeds/list.bib:1)` */
function describe(against: readonly Contradiction[]): string {
  return against
    .map(
      ({ field, stated, found }) =>
        `${fieldWords[field] ?? field} ${found}, where the survey has ${stated}`,
    )
    .join('; ');
}

function contradicted(work: Work, record: FoundRecord, against: readonly Contradiction[]): Message {
  const onlyDate = against.every(({ field }) => field === 'date');
  return {
    code: 'record-contradicts',
    severity: 'warning',
    text: `${record.url}, looked up for ${work.permalink}, has ${describe(against)}. ${onlyDate ? 'The date was not taken.' : 'Nothing was taken.'}`,
    hint: 'Settle it in a correction.',
  };
}

function notTaken(work: Work, record: FoundRecord, why: string): Message {
  return {
    code: 'candidate-not-taken',
    severity: 'note',
    text: `${record.url} (“${record.title ?? ''}”) was not taken for ${work.permalink}: ${why}.`,
    hint: 'If it is the paper, set its identifier in a correction and run this again.',
  };
}

function workWithoutKey(work: Work): Message {
  return {
    code: 'paper-not-looked-up',
    severity: 'note',
    text: `${work.permalink} lacks something and has neither an identifier nor a title that a source states.`,
    hint: 'Set its title or an identifier in a correction.',
  };
}

function namelessWork(work: Work): Message {
  return {
    code: 'paper-not-looked-up',
    severity: 'note',
    text: `${work.permalink} shares its title with another paper and has no identifier, so that a correction cannot name it.`,
    hint: 'Release the survey, which gives both a permalink that lasts, or set an identifier by hand with seed in match.',
  };
}
