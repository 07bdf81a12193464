import type { Correction, SurveyInput } from '../../model/index.ts';
import { parseCorrections } from '../../loaders/index.ts';
import {
  Answers,
  buildSurvey,
  type CorrectionOfFact,
  type Enrichment,
  type EnrichOptions,
  enrich,
  type FoundRecord,
  type Lookup,
  type Service,
} from '../../pipeline/index.ts';
import { enrichedName, withCorrections } from './enriched-file.ts';
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
  /** Requests made. */
  made: number;
  /** Requests that would come next, where they were not made. */
  left: Request[];
  messages: Enrichment['messages'];
  failure?: ServiceFailure;
}

/**
 * Asks round after round, as an answer may give what the next question is asked with, until nothing is left to ask or a
 * service fails. What was found until then is kept either way.
 */
export async function gather(run: Gathering): Promise<Gathered> {
  const { channels, kept, options, progress } = run;
  const answers = new Answers();
  const read = new Map<KeptAnswer['reply'], readonly FoundRecord[]>();
  const take = ({ lookups, reply }: KeptAnswer) => {
    for (const lookup of lookups) {
      const records = read.get(reply) ?? channels[lookup.service].format.records(reply);
      read.set(reply, records);
      answers.add(
        lookup,
        lookup.by === 'title' ? records : records.filter((record) => isOf(record, lookup)),
      );
    }
  };
  for (const answer of kept.known) take(answer);

  const others = run.input.corrections.filter(({ file }) => file !== `corrections/${enrichedName}`);
  const survey = (corrections: readonly Correction[]) =>
    buildSurvey({ ...run.input, corrections: [...others, ...corrections] });
  const bare = survey([]);
  let { enriched } = run;
  let added = 0;
  let made = 0;
  let failure: ServiceFailure | undefined;
  for (;;) {
    const standing = parseCorrections(enriched, enrichedName);
    const known = new Set(standing.map(contentOf));
    const { corrections, open, messages } = enrich(survey(standing), bare, answers, options);
    // One that stands there and has no effect, as when its paper left the survey in part, is not written again.
    const fresh = corrections.filter((correction) => !known.has(contentOf(correction)));
    enriched = withCorrections(enriched, fresh);
    added += fresh.length;
    if (fresh.length > 0) continue;
    const left = requestsFor(open, run);
    if (left.length === 0 || run.dry || failure !== undefined)
      return {
        enriched,
        added,
        made,
        left,
        messages,
        ...(failure === undefined ? {} : { failure }),
      };
    try {
      for (let request = left.shift(); request !== undefined; request = left.shift()) {
        progress(made, left.length + 1);
        const { ask, format } = channels[request.service];
        const reply = await ask(request.url, format.isUsable);
        made += 1;
        if (format.isRefusedForOne(reply) && request.lookups.length > 1) {
          left.unshift(...halves(request.lookups).flatMap((half) => format.requests(half)));
          continue;
        }
        const answer = { url: request.url, lookups: request.lookups, reply };
        await kept.add(answer, new Date(run.now()));
        take(answer);
      }
    } catch (error) {
      if (!(error instanceof ServiceFailure)) throw error;
      failure = error;
    }
  }
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

function halves<T>(list: readonly T[]): T[][] {
  const middle = Math.ceil(list.length / 2);
  return [list.slice(0, middle), list.slice(middle)];
}

/** True for the record that has the identifier a lookup asks for. */
function isOf({ identifiers }: FoundRecord, { service, value }: Lookup): boolean {
  const scheme = service === 'arxiv' ? 'arxiv' : 'doi';
  return identifiers.some(
    (identifier) => identifier.scheme === scheme && identifier.value === value,
  );
}
