// @module-tag goes-on
import { expect, it, vi } from 'vitest';

vi.mock('../../../src/readers/index.ts', { spy: true });
vi.mock('../../../src/pipeline/reading/identify.ts', { spy: true });
// A file before this one may have loaded them as they are.
vi.resetModules();
const readers = await import('../../../src/readers/index.ts');
const identifying = await import('../../../src/pipeline/reading/identify.ts');
const { sourceRecords } = await import('../../../src/pipeline/index.ts');

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
