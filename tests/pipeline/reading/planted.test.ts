// @module-tag private-withheld
import { expect, it } from 'vitest';
import { sourceRecords } from '../../../src/pipeline/index.ts';
import { withoutWithheld } from '../../../src/readers/index.ts';
import { plantedExports, secrets, WORD } from '../../site/planted-secrets.ts';

it.each([...plantedExports])('nothing planted in %s is published', (path, text) => {
  expect(text.match(WORD)).not.toBeNull();
  const bytes = new TextEncoder().encode(text);
  const { reading, records, messages } = sourceRecords({ path, bytes });
  const source = new TextDecoder().decode(withoutWithheld(bytes, reading.account.parts));
  const published = [source, JSON.stringify({ records, messages })].join('\n');
  expect((published.match(WORD) ?? []).filter((word) => secrets.has(word))).toEqual([]);
});
