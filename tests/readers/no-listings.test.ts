// @module-tag nothing-invented
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readSeed } from '../../src/pipeline/reading/read.ts';

const folder = `${import.meta.dirname}/no-listings`;

describe('a text that is no listing gives no paper', () => {
  test.each(readdirSync(folder))('%s', (name) => {
    const { records } = readSeed({
      path: name,
      bytes: new Uint8Array(readFileSync(`${folder}/${name}`)),
    });
    expect(records.map(({ fields }) => fields.map(({ value }) => value))).toEqual([]);
  });
});
