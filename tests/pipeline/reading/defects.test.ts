// @module-tag goes-on
import { expect, it, vi } from 'vitest';
import * as readers from '../../../src/readers/index.ts';
import * as identifying from '../../../src/pipeline/reading/identify.ts';
import { sourceRecords } from '../../../src/pipeline/index.ts';

vi.mock('../../../src/readers/index.ts', { spy: true });
vi.mock('../../../src/pipeline/reading/identify.ts', { spy: true });

const seed = {
  path: 'a.bib',
  bytes: new TextEncoder().encode(
    '@article{a, title = {Walks}, year = 2020}\n@article{b, title = {Runs}, year = 2021}\n',
  ),
};
const fails = () => {
  throw new Error('a defect');
};

it('a reader that fails costs its seed, and says so', () => {
  vi.mocked(readers.decodeSeed).mockImplementationOnce(fails);
  const { records, messages } = sourceRecords(seed);
  expect(records).toEqual([]);
  expect(messages.map(({ code }) => code)).toEqual(['seed-not-read']);
});

it('a record on which a step fails costs itself, and the other is read', () => {
  vi.mocked(identifying.identify).mockImplementationOnce(fails);
  const { records, messages } = sourceRecords(seed);
  expect(records.map(({ fields }) => fields.title?.value.source)).toEqual(['Runs']);
  expect(messages.map(({ code }) => code)).toContain('record-not-read');
});
