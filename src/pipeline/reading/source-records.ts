import {
  type LocatedRecord,
  type Message,
  type Seed,
  type SeedReading,
  type SourceRecord,
  usualLimits,
} from '../../model/index.ts';
import { clean } from './clean.ts';
import { identify } from './identify.ts';
import { locator } from './locate.ts';
import { fileKind } from './file-kind.ts';
import { readSeed, type ReadingRules, type SeedContent } from './read.ts';
import { datesPostings, isStripping } from './sites.ts';
import { unreadSeed } from './unread-seed.ts';

/** What one seed says, before it meets other seeds and corrections. */
export interface SeedRecords {
  reading: SeedReading;
  /** Cleaned and identified, in file order. */
  records: SourceRecord[];
  /** From reading, cleaning and identifying. */
  messages: Message[];
}

/**
 * Reads one seed, cleans its records and adds the identifiers its text states. A file that is no text is not read, and
 * what fails on one record costs that record.
 *
 * @param progress told how many bytes are behind, as records are read
 */
export function sourceRecords(
  seed: Seed,
  progress?: (bytes: number) => void,
  rules: ReadingRules = {},
): SeedRecords {
  const { reading, listings } = contentOf(seed, rules, progress);
  const locate = locator(seed.bytes);
  const messages = [...reading.messages];
  const byKey = new Map<string, SourceRecord>();
  for (const { format, facts, records } of listings) {
    const site = { stripsMath: isStripping(format), datesPostings: datesPostings(format) };
    const cleanAll = (some: readonly LocatedRecord[]) =>
      clean({ records: some, facts, format, ...site, locate });
    const cleaned =
      attempt(() => cleanAll(records)) ?? cleanAll(sound(records, cleanAll, messages));
    for (const message of cleaned.messages) messages.push(message);
    for (const record of cleaned.records) {
      const identified = attempt(() => identify(record, locate));
      if (identified === undefined) {
        messages.push(unreadRecord(record.raw));
        continue;
      }
      for (const message of identified.messages) messages.push(message);
      byKey.set(record.key, identified.record);
    }
  }
  const records = reading.records.flatMap((key) => byKey.get(key) ?? []);
  return { reading, records, messages };
}

/** What a seed holds; one that is no text, too large, or on which a reader fails, holds nothing, and a message says so. */
function contentOf(
  seed: Seed,
  rules: ReadingRules,
  progress?: (bytes: number) => void,
): SeedContent {
  const { limits = usualLimits } = rules;
  const source = { file: seed.path };
  const kind = fileKind(seed.bytes);
  if (kind !== undefined) {
    return unreadSeed(seed, `${kind.charAt(0).toUpperCase()}${kind.slice(1)}`, {
      code: 'seed-is-no-text',
      severity: 'warning',
      source,
      text: `By its first bytes this is a file of the kind “${kind}”; text was expected, and nothing was read.`,
      hint: 'Open it, copy the listing as text, and paste that into the file.',
    });
  }
  if (seed.bytes.length > limits.bytes) {
    return unreadSeed(seed, 'Text too large to read', {
      code: 'seed-too-large',
      severity: 'warning',
      source,
      text: `The file has ${seed.bytes.length} bytes, more than the ${limits.bytes} one seed may have, and was not read.`,
      hint: 'Divide it, or set limits.bytes in content/site.yaml.',
    });
  }
  return (
    attempt(() => readSeed(seed, progress, rules)) ??
    unreadSeed(seed, 'Text that could not be read', {
      code: 'seed-not-read',
      severity: 'warning',
      source,
      text: 'A reader failed on the text, which is a defect of the reader, and nothing was read.',
      hint: 'Report the defect with the file; meanwhile divide the file to find the place.',
    })
  );
}

/** What a step gives; undefined when it fails. */
function attempt<T>(step: () => T): T | undefined {
  try {
    return step();
  } catch {
    return undefined;
  }
}

/** The records a step does not fail on; the others are reported. */
function sound(
  records: readonly LocatedRecord[],
  step: (some: readonly LocatedRecord[]) => unknown,
  messages: Message[],
): LocatedRecord[] {
  return records.filter((record) => {
    const isSound = attempt(() => step([record])) !== undefined;
    if (!isSound) messages.push(unreadRecord(record));
    return isSound;
  });
}

function unreadRecord({ seed, lines }: LocatedRecord): Message {
  return {
    code: 'record-not-read',
    severity: 'warning',
    source: { file: seed, lines },
    text: 'The record could not be read, which is a defect of the program, and is left out.',
    hint: 'Report the defect with these lines.',
  };
}
