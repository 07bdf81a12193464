import type { Message, Work } from '../../model/index.ts';
import { type Contradiction, contradictions, resembles, sameTitle, support } from './compare.ts';
import { type FoundRecord, serviceNames } from './found-record.ts';
import type { Lookup } from './lookups.ts';
import { describeContradictions } from './words.ts';

/** What was found for a paper, and what there is to say about it. */
export interface Judgement {
  /** The one record that is of the paper. */
  taken?: FoundRecord;
  /** What of the record contradicts the survey and cannot be taken. */
  against: readonly Contradiction[];
  /** `by its identifier`, `by its title and the author Gu` */
  how: string;
  messages: Message[];
}

/** Judges the records that a service gave for a paper. */
export function judge(work: Work, lookup: Lookup, records: readonly FoundRecord[]): Judgement {
  return lookup.by === 'identifier'
    ? judgeRecord(work, lookup, records)
    : judgeCandidates(work, lookup, records);
}

function judgeRecord(
  work: Work,
  { service, value }: Lookup,
  [record]: readonly FoundRecord[],
): Judgement {
  const how = 'by its identifier';
  if (record !== undefined) return taking(work, record, how);
  const text = `${serviceNames[service]} has no record of ${value}, the identifier of ${work.permalink}.`;
  const hint = 'Check the identifier, or give what is missing in a correction.';
  const message: Message = { code: 'lookup-without-record', severity: 'note', text, hint };
  return { against: [], how, messages: [message] };
}

/** A record found by title is taken when it has the title, something else agrees, and there is no other such record. */
function judgeCandidates(
  work: Work,
  { service }: Lookup,
  records: readonly FoundRecord[],
): Judgement {
  const messages: Message[] = [];
  const good: { record: FoundRecord; reason: string }[] = [];
  for (const record of records) {
    const against = contradictions(work, record).filter(({ isOther }) => isOther);
    const reason = support(work, record);
    if (!sameTitle(work, record)) {
      if (resembles(work, record))
        messages.push(notTaken(work, record, 'its title is another one'));
    } else if (against.length > 0)
      messages.push(notTaken(work, record, `it has ${describeContradictions(against)}`));
    else if (reason === undefined)
      messages.push(
        notTaken(work, record, 'neither an author nor the year nor the abstract is known to agree'),
      );
    else good.push({ record, reason });
  }
  // Of one paper posted and then published, the publication is the record.
  const published = good.filter(({ record }) => !record.preprint);
  const [first, ...rest] = published.length > 0 ? published : good;
  const how = 'by its title';
  if (first === undefined) return { against: [], how, messages };
  if (rest.length === 0) return taking(work, first.record, `${how} and ${first.reason}`);
  const why = `${serviceNames[service]} has several records that agree as well`;
  const several = [first, ...rest].map(({ record }) => notTaken(work, record, why));
  return { against: [], how, messages: [...messages, ...several] };
}

/** Takes a record unless it is of another paper; what it contradicts is reported either way. */
function taking(work: Work, record: FoundRecord, how: string): Judgement {
  const against = contradictions(work, record);
  const isOther = against.some((each) => each.isOther);
  const messages = against.length === 0 ? [] : [contradicted(work, record, against, isOther)];
  return { ...(isOther ? {} : { taken: record }), against, how, messages };
}

function contradicted(
  work: Work,
  record: FoundRecord,
  against: readonly Contradiction[],
  isOther: boolean,
): Message {
  const outcome = isOther ? 'Nothing was taken.' : 'That was not taken.';
  return {
    code: 'record-contradicts',
    severity: 'warning',
    text: `${record.url}, looked up for ${work.permalink}, has ${describeContradictions(against)}. ${outcome}`,
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
