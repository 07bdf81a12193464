import { describe, expect, it } from 'vitest';
import { readKeywords } from '../../../src/pipeline/reading/keywords.ts';

const from = { kind: 'inferred', rule: 'made up for a test' } as const;
const read = (value: string, label?: string) =>
  readKeywords(
    {
      name: 'keywords',
      value,
      span: { start: 0, end: value.length },
      ...(label === undefined ? {} : { label }),
    },
    from,
  ).map(({ value: { value: word, kind } }) => `${kind}: ${word}`);

describe('a list of keywords', () => {
  it.each([
    [
      'owls; seams; fine  thread',
      undefined,
      ['keyword: owls', 'keyword: seams', 'keyword: fine thread'],
    ],
    ['owls, seams', undefined, ['keyword: owls', 'keyword: seams']],
    ['Learning, Machine; Owls', undefined, ['keyword: Learning, Machine', 'keyword: Owls']],
    ['owls • seams', undefined, ['keyword: owls', 'keyword: seams']],
    ['to read, owls', 'tag', ['tag: to read', 'tag: owls']],
    ['Neoplasms, Experimental', 'mesh', ['mesh: Neoplasms, Experimental']],
    ['Materials Science, Textiles', 'subject', ['subject: Materials Science, Textiles']],
    [
      'Ornithology; Materials Science, Textiles',
      'subject',
      ['subject: Ornithology', 'subject: Materials Science, Textiles'],
    ],
    ['owls', 'index terms', ['keyword: owls']],
  ])('“%s” of the kind %s', (list, label, words) => {
    expect(read(list, label)).toEqual(words);
  });
});
