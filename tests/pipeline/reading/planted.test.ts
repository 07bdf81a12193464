// @module-tag private-withheld
import { expect, it } from 'vitest';
import { sourceRecords } from '../../../src/pipeline/index.ts';
import { decodeSeed, withoutWithheld } from '../../../src/readers/index.ts';
import { plantedExports, plantedSeeds, secrets, WORD } from '../../site/planted-secrets.ts';

const planted = [...plantedExports, ...Object.entries(plantedSeeds)];

it.each(planted)('nothing planted in %s is published', (path, seed) => {
  const bytes = typeof seed === 'string' ? new TextEncoder().encode(seed) : seed;
  const decoded = (some: Uint8Array) => decodeSeed({ path, bytes: some }).text.text;
  expect(decoded(bytes).match(WORD)).not.toBeNull();
  const { reading, records, messages } = sourceRecords({ path, bytes });
  const source = decoded(withoutWithheld(bytes, reading.account.parts));
  const published = [source, JSON.stringify({ records, messages })].join('\n');
  expect((published.match(WORD) ?? []).filter((word) => secrets.has(word))).toEqual([]);
});
