// @module-tag nothing-invented
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { describeSeed } from '../../src/cli/described-seed.ts';
import { sourceRecords } from '../../src/pipeline/index.ts';

const here = `${import.meta.dirname}/read`;

describe('what `read --json` says of', () => {
  it.each(readdirSync(here))('%s', async (name) => {
    const folder = `${here}/${name}`;
    const file = readdirSync(folder).find((each) => each.startsWith('seed.')) ?? '';
    const seed = { path: file, bytes: new Uint8Array(readFileSync(`${folder}/${file}`)) };
    const { messages, ...said } = describeSeed(sourceRecords(seed));
    await expect(`${JSON.stringify(said, null, 2)}\n`).toMatchFileSnapshot(
      `${folder}/expected.json`,
    );
    expect(messages.filter(({ severity }) => severity !== 'note')).toEqual([]);
    // A format that labels its fields has next to nothing that is no field.
    expect(said.ledger.chrome).toBeLessThan(0.25 * said.bytes);
  });
});
