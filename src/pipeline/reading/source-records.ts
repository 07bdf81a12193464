import type { Message, Seed, SeedReading, SourceRecord } from '../../model/index.ts';
import { clean } from './clean.ts';
import { identify } from './identify.ts';
import { locator } from './locate.ts';
import { readSeed } from './read.ts';
import { datesPostings, isStripping } from './sites.ts';

/** What one seed says, before it meets other seeds and corrections. */
export interface SeedRecords {
  reading: SeedReading;
  /** Cleaned and identified, in file order. */
  records: SourceRecord[];
  /** From reading, cleaning and identifying. */
  messages: Message[];
}

/**
 * Reads one seed, cleans its records and adds the identifiers its text states.
 *
 * @param progress told how many bytes are behind, as records are read
 */
export function sourceRecords(seed: Seed, progress?: (bytes: number) => void): SeedRecords {
  const { reading, listings } = readSeed(seed, progress);
  const locate = locator(seed.bytes);
  const messages = [...reading.messages];
  const byKey = new Map<string, SourceRecord>();
  for (const { format, facts, records } of listings) {
    const cleaned = clean({
      records,
      facts,
      format,
      stripsMath: isStripping(format),
      datesPostings: datesPostings(format),
      locate,
    });
    messages.push(...cleaned.messages);
    for (const record of cleaned.records) {
      const identified = identify(record, locate);
      messages.push(...identified.messages);
      byKey.set(record.key, identified.record);
    }
  }
  const records = reading.records.flatMap((key) => byKey.get(key) ?? []);
  return { reading, records, messages };
}
