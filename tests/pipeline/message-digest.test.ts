import { describe, expect, it } from 'vitest';
import { type Message, messageCatalogue } from '../../src/model/index.ts';
import { messageDigest } from '../../src/pipeline/index.ts';

const kinds = [
  'not-utf-8',
  'unfit-characters',
  'cut-character',
  'seed-is-no-text',
  'seed-too-large',
  'empty-seed',
  'unknown-format',
  'unparsed-text',
  'truncated-abstract',
  'truncated-record',
  'broken-json',
] as const;

const warnings = (code: (typeof kinds)[number], many: number) =>
  Array.from({ length: many }, (_, at): Message => ({
    code,
    severity: 'warning',
    text: `Found ${code} ${at + 1}.`,
  }));

describe('the digest of messages', () => {
  it('prints a message that is alone of its kind as it is', () => {
    expect(messageDigest(warnings('unparsed-text', 1))).toEqual([
      'warning unparsed-text: Found unparsed-text 1.',
    ]);
  });

  it('counts a kind, says what it means, and gives the first three', () => {
    expect(messageDigest(warnings('not-utf-8', 5))).toEqual([
      `5 warnings not-utf-8: ${messageCatalogue['not-utf-8'].meaning}`,
      '  warning not-utf-8: Found not-utf-8 1.',
      '  warning not-utf-8: Found not-utf-8 2.',
      '  warning not-utf-8: Found not-utf-8 3.',
      '  and 2 more',
    ]);
  });

  it('puts errors first, then what there is most of, and only counts notes', () => {
    const lines = messageDigest([
      ...warnings('not-utf-8', 1),
      ...warnings('truncated-abstract', 2),
      { code: 'titles-missing', severity: 'note', text: 'No titles.' },
      { code: 'permalink-lost', severity: 'error', text: 'Lost.' },
    ]);
    expect(lines[0]).toBe('error permalink-lost: Lost.');
    expect(lines[1]).toMatch(/^2 warnings truncated-abstract/);
    expect(lines.at(-1)).toBe('Further: 1 titles-missing.');
  });

  it('stays short, whatever there is to say', () => {
    const all = kinds.flatMap((code) => warnings(code, 9));
    expect(messageDigest(all).length).toBeLessThan(45);
    expect(messageDigest(all).at(-1)).toMatch(/^Further: 9 /);
  });
});
