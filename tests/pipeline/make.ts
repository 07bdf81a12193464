import type {
  Correction,
  FieldName,
  FromSeed,
  LocatedRecord,
  PageFacts,
  PermalinkLedger,
  SourceRecord,
  Survey,
} from '../../src/model/index.ts';
import { releasePermalinks } from '../../src/pipeline/naming/index.ts';
import { clean } from '../../src/pipeline/reading/clean.ts';
import { correct, type CorrectedRecord } from '../../src/pipeline/merging/correct.ts';
import { identify } from '../../src/pipeline/reading/identify.ts';
import type { Locate } from '../../src/pipeline/reading/locate.ts';

/** What a record of a test says: field and value. */
export type Said = Partial<Record<FieldName, string>>;

export const emptyLedger: PermalinkLedger = { version: 1, permalinks: [] };

/** The ledger of the permalinks of a survey after a release, without the other addresses. */
export function released(
  survey: Pick<Survey, 'works' | 'departed'>,
  ledger: PermalinkLedger,
  edition: string,
): PermalinkLedger {
  return { version: 3, permalinks: releasePermalinks(survey, ledger, edition) };
}

/** A record as a reader would find it; its spans point into a file of its values, one a line. */
export function located(said: Said, key = 'a.txt#1'): LocatedRecord {
  const seed = key.slice(0, key.indexOf('#'));
  let at = 0;
  const fields = (Object.entries(said) as [FieldName, string][]).map(([name, value]) => {
    const span = { start: at, end: at + value.length };
    at = span.end + 1;
    return { name, value, span };
  });
  return {
    key,
    seed,
    lines: [1, 1],
    span: { start: 0, end: at },
    fields,
    chrome: [],
    notation: [],
    filings: [],
    truncated: false,
  };
}

const locate: Locate = ({ key, seed }, span): FromSeed => ({
  kind: 'seed',
  seed,
  record: key,
  span,
  lines: [1, 1],
});

/** Cleaned and identified records of one page. */
export function page(
  records: readonly LocatedRecord[],
  facts: PageFacts = {},
  format = 'listing',
): { records: SourceRecord[]; codes: string[] } {
  const cleaned = clean({ records, facts, format, locate });
  const identified = cleaned.records.map((record) => identify(record, locate));
  const messages = [...cleaned.messages, ...identified.flatMap((one) => one.messages)];
  return {
    records: identified.map(({ record }) => record),
    codes: messages.map(({ code }) => code),
  };
}

/** One cleaned and identified record. */
export function source(said: Said, key = 'a.txt#1', format = 'listing'): SourceRecord {
  const [record] = page([located(said, key)], {}, format).records;
  if (record === undefined) throw new Error('a record was expected');
  return record;
}

/** Records with corrections laid on. */
export function decided(
  records: readonly SourceRecord[],
  corrections: readonly Correction[] = [],
): CorrectedRecord[] {
  return correct(records, corrections, emptyLedger).records;
}

type Body = Correction extends infer One
  ? One extends Correction
    ? Omit<One, 'file' | 'line'>
    : never
  : never;

/** A correction at a line of a file. */
export function correction(body: Body, line = 1, file = 'corrections/test.yaml'): Correction {
  return { ...body, file, line } as Correction;
}

export const evidence = ['https://example.org/'];

/** An abstract of its own: `words` words that no other number has. */
export function abstractOf(number: number, words = 60): string {
  return Array.from({ length: words }, (_, index) => `word${number}x${index}`).join(' ');
}
