import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { messageCatalogue } from '../../src/model/index.ts';

const src = join(import.meta.dirname, '../../src');

/** The text of every module that may produce a message. */
const modules = globSync('**/*.ts', { cwd: src })
  .filter((path) => !path.endsWith('message-catalogue.ts'))
  .map((path) => readFileSync(join(src, path), 'utf8'));

describe.each(Object.entries(messageCatalogue))('the message %s', (code, { meaning, remedy }) => {
  it('is produced somewhere', () => {
    expect(modules.some((text) => text.includes(`'${code}'`))).toBe(true);
  });

  it.each([meaning, remedy])('is explained in one sentence: %s', (sentence) => {
    expect(sentence).toMatch(/^\p{Lu}[^\n]*[^.]\.$/u);
    expect(sentence.length).toBeLessThanOrEqual(100);
  });
});
