// @module-tag nothing-invented
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSeed } from '../../../src/pipeline/reading/read.ts';

const seedOf = (path: string) => ({
  path: 'list.json',
  bytes: new Uint8Array(readFileSync(`${import.meta.dirname}/../../readers/${path}/seed.txt`)),
});

describe('a text that no reader of a format knows', () => {
  const seed = seedOf('objects/values-in-wrapping-objects');

  it('gives records that say how it was taken to be laid out', () => {
    const { records, reading } = readSeed(seed);
    expect(records.map(({ layout }) => layout)).toEqual(
      records.map(() => expect.stringContaining('title from “content.title”')),
    );
    expect(reading.messages.find(({ code }) => code === 'layout-inferred')?.text).toContain(
      'title “Hedges in the Rain”',
    );
  });

  it('gives none where the survey says that it is no listing', () => {
    const { records, reading } = readSeed(seed, undefined, { layouts: { 'list.json': 'none' } });
    expect([records.length, reading.format]).toEqual([0, null]);
  });

  it('is read by the layout that the survey names and by no other reader', () => {
    const read = (layout: string) =>
      readSeed(seed, undefined, { layouts: { 'list.json': layout } }).records.length;
    expect([read('objects'), read('blocks')]).toEqual([2, 0]);
  });
});

describe('a text of a known format', () => {
  it('gives records without a layout', () => {
    const { records } = readSeed(seedOf('csl-json/array-of-items'));
    expect(records.map(({ layout }) => layout)).toEqual(records.map(() => undefined));
  });
});
