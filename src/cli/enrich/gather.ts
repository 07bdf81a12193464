import { parseCorrections } from '../../loaders/index.ts';
import type { Correction, Message, SurveyInput } from '../../model/index.ts';
import {
  Answers,
  buildSurvey,
  type CorrectionOfFact,
  type EnrichOptions,
  enrich,
  type FoundRecord,
  type Lookup,
  type Service,
} from '../../pipeline/index.ts';
import { enrichedName } from './enriched-file.ts';
import { type FoundState, withHarmless } from './found-state.ts';
import type { KeptAnswer, KeptAnswers } from './kept-answers.ts';
import { type Ask, ServiceFailure } from './polite.ts';
import type { Request, ServiceFormat } from './service.ts';

/** How a service is asked, and the way to it. */
export interface Channel {
  format: ServiceFormat;
  ask: Ask;
}

/** What a run needs. */
export interface Gathering {
  input: SurveyInput;
  /** Text of `content/corrections/enriched.yaml`; empty when there is none. */
  enriched: string;
  options: EnrichOptions;
  channels: Record<Service, Channel>;
  kept: KeptAnswers;
  /** True to ask nobody. */
  dry: boolean;
  /** Told before each request how many were made and how many are known to be left. */
  progress: (made: number, left: number) => void;
  now: () => number;
}

/** What a run comes to. */
export interface Gathered {
  /** New text of the file; the old one when nothing was found. */
  enriched: string;
  added: number;
  /** Answers that came. */
  made: number;
  /** Requests that would come next, where they were not made. */
  left: Request[];
  messages: Message[];
  failures: ServiceFailure[];
}

/**
 * Asks round after round, as an answer may give what the next question is asked with, until nothing is left to ask or a
 * service fails. What was found until then is kept either way.
 */
export async function gather(run: Gathering): Promise<Gathered> {
  const answers = new Answers();
  const take = (answer: KeptAnswer) => addAnswer(answers, answer, run.channels);
  run.kept.known.forEach(take);

  const others = run.input.corrections.filter(({ file }) => file !== `corrections/${enrichedName}`);
  const build = (text: string) =>
    buildSurvey({
      ...run.input,
      corrections: [...others, ...parseCorrections(text, enrichedName)],
    });
  const bare = build('');
  const tried = new Set(parseCorrections(run.enriched, enrichedName).map(contentOf));
  const refused: Message[] = [];
  const failures: ServiceFailure[] = [];
  let state: FoundState = { enriched: run.enriched, survey: build(run.enriched) };
  let added = 0;
  let made = 0;
  for (;;) {
    const { corrections, open, messages } = enrich(state.survey, bare, answers, run.options);
    const fresh = corrections.filter((correction) => !tried.has(contentOf(correction)));
    if (fresh.length > 0) {
      const next = withHarmless(state, fresh, build);
      for (const correction of fresh) tried.add(contentOf(correction));
      state = next.state;
      added += fresh.length - next.messages.length;
      refused.push(...next.messages);
      continue;
    }
    const left = requestsFor(open, run);
    if (left.length === 0 || run.dry || failures.length > 0) {
      const { enriched } = state;
      return { enriched, added, made, left, messages: [...messages, ...refused], failures };
    }
    const before = made;
    const progress = (some: number, rest: number) => run.progress(before + some, rest);
    const asked = await askAll(left, { ...run, progress }, take);
    made += asked.made;
    failures.push(...asked.failures);
  }
}

function addAnswer(
  answers: Answers,
  { lookups, reply }: KeptAnswer,
  channels: Gathering['channels'],
): void {
  const [first] = lookups;
  if (first === undefined) return;
  const records = channels[first.service].format.records(reply);
  for (const lookup of lookups) {
    const own = lookup.by === 'title' ? records : records.filter((record) => isOf(record, lookup));
    answers.add(lookup, own);
  }
}

/** True for the record that has the identifier a lookup asks for. */
function isOf({ identifiers }: FoundRecord, { service, value }: Lookup): boolean {
  const scheme = service === 'arxiv' ? 'arxiv' : 'doi';
  return identifiers.some(
    (identifier) => identifier.scheme === scheme && identifier.value === value,
  );
}

/** Equal for corrections that say the same of the same paper from the same record. */
function contentOf(correction: Correction | CorrectionOfFact): string {
  if (!('match' in correction)) return '';
  const { match, set, evidence } = correction;
  return JSON.stringify([match, set, evidence]);
}

function requestsFor(open: readonly Lookup[], { channels, options }: Gathering): Request[] {
  return options.services.flatMap((service) =>
    channels[service].format.requests(open.filter((lookup) => lookup.service === service)),
  );
}

/** Makes requests in order. One that fails is passed over; two in a row, or a host that is not there, end it. */
async function askAll(
  requests: readonly Request[],
  { channels, kept, progress, now }: Gathering,
  take: (answer: KeptAnswer) => void,
): Promise<{ made: number; failures: ServiceFailure[] }> {
  const left = [...requests];
  const failures: ServiceFailure[] = [];
  let inRow = 0;
  let made = 0;
  for (let request = left.shift(); request !== undefined; request = left.shift()) {
    progress(made, left.length + 1);
    const { service, url, lookups } = request;
    const { ask, format } = channels[service];
    try {
      const reply = await ask(url, format.isUsable);
      inRow = 0;
      made += 1;
      if (format.isRefusedForOne(reply) && lookups.length > 1) {
        const middle = Math.ceil(lookups.length / 2);
        const halves = [lookups.slice(0, middle), lookups.slice(middle)];
        left.unshift(...halves.flatMap((half) => format.requests(half)));
        continue;
      }
      const answer = { lookups, reply };
      await kept.add(answer, url, new Date(now()));
      take(answer);
    } catch (error) {
      if (!(error instanceof ServiceFailure)) throw error;
      failures.push(error);
      inRow += 1;
      if (error.ofHost || inRow === 2) break;
    }
  }
  return { made, failures };
}
