import type { Message, Seed, SeedReading, SourceRecord } from '../model/index.ts';
import { clean } from './clean.ts';
import { identify } from './identify.ts';
import { locator } from './locate.ts';
import { readSeed } from './read.ts';

/** What one seed says, before it meets other seeds and corrections. */
export interface SeedRecords {
  reading: SeedReading;
  /** Cleaned and identified, in file order. */
  records: SourceRecord[];
  /** From reading, cleaning and identifying. */
  messages: Message[];
}

/** Reads one seed, cleans its records and adds the identifiers its text states. */
export function sourceRecords(seed: Seed): SeedRecords {
  const { reading, records: located } = readSeed(seed);
  const locate = locator(seed.bytes);
  const cleaned = clean({
    records: located,
    facts: reading.facts,
    format: reading.format ?? '',
    locate,
  });
  const messages = [...reading.messages, ...cleaned.messages];
  const records = cleaned.records.map((record) => {
    const identified = identify(record, locate);
    messages.push(...identified.messages);
    return identified.record;
  });
  return { reading, records, messages };
}
