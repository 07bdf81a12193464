// @module-tag goes-on
import { describe, expect, it } from 'vitest';
import { usualLimits } from '../../../src/model/index.ts';
import { sourceRecords } from '../../../src/pipeline/index.ts';

const encoder = new TextEncoder();
const entry = (key: string, title: string) =>
  `@article{${key}, title={${title}}, author={Lee, Ann}, year={2024}, abstract={We walk.}}\n`;

const read = (text: string | Uint8Array, limits = {}) =>
  sourceRecords(
    { path: 'a.bib', bytes: typeof text === 'string' ? encoder.encode(text) : text },
    undefined,
    { limits: { ...usualLimits, ...limits } },
  );

const codes = ({ messages }: ReturnType<typeof read>) => messages.map(({ code }) => code);
const sum = ({ reading }: ReturnType<typeof read>) =>
  Object.values(reading.account.totals).reduce((total, bytes) => total + bytes, 0);

describe('a file that is no text', () => {
  it.each([
    ['PDF document', '%PDF-1.7\n'],
    ['ZIP archive', 'PK\u0003\u0004'],
    ['gzip archive', Uint8Array.of(0x1f, 0x8b, 8, 0)],
    ['PNG image', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10)],
    ['SQLite database', 'SQLite format 3\0'],
    ['Word', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)],
  ])('is named and not read: %s', (kind, begin) => {
    const start = typeof begin === 'string' ? encoder.encode(begin) : begin;
    const found = read(Uint8Array.from([...start, ...encoder.encode(entry('a', 'On walks'))]));
    expect(found.records).toEqual([]);
    expect(found.messages).toMatchObject([{ code: 'seed-is-no-text' }]);
    expect(found.messages[0]?.text).toContain(kind);
    expect(sum(found)).toBe(found.reading.bytes);
  });
});

describe('beyond the limits', () => {
  const text = entry('a', 'On walks') + entry('b', `On ${'long '.repeat(50)}walks`);

  it('of bytes a seed is not read', () => {
    const found = read(text, { bytes: 100 });
    expect(codes(found)).toEqual(['seed-too-large']);
    expect(sum(found)).toBe(found.reading.bytes);
  });

  it('of records the rest is not read, and is accounted for', () => {
    const found = read(text, { records: 1 });
    expect(found.records).toHaveLength(1);
    expect(codes(found)).toEqual(['too-many-records']);
    expect(sum(found)).toBe(found.reading.bytes);
  });

  it('of a field it is no field, and its record stays', () => {
    const found = read(text, { field_length: 100 });
    expect(found.records.map(({ fields }) => fields.title?.value.source)).toEqual([
      'On walks',
      undefined,
    ]);
    expect(codes(found)).toContain('field-too-long');
    expect(sum(found)).toBe(found.reading.bytes);
  });

  it('of nesting it is no field, and its record stays', () => {
    const deep = `${'('.repeat(300)}x${')'.repeat(300)}`;
    const found = read(`@article{a, title={On walks}, year=2024, note={${deep}}}`);
    expect(found.records).toHaveLength(1);
    expect(codes(found)).toContain('nested-too-deep');
    expect(sum(found)).toBe(found.reading.bytes);
    expect(codes(read(entry('a', `On ${'('.repeat(150)}walks${')'.repeat(150)}`)))).toEqual([]);
  });

  it('of nesting a file of data is not read, however deep it goes, and says so', () => {
    const deep = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;
    const item = (title: string, more = '1') =>
      `{"type": "article-journal", "title": "${title}", "author": [{"family": "Lee"}], "x": ${more}}`;
    const alone = read(`[${item('On walks', deep(20_000))}]`);
    expect(alone.records).toEqual([]);
    expect(codes(alone)).toEqual(['nested-too-deep']);
    const among = read(
      `[${item('On hills')}, ${item('On walks', deep(20_000))}, ${item('On mud')}]`,
    );
    expect(among.records.map(({ fields }) => fields.title?.value.source)).toEqual([
      'On hills',
      'On mud',
    ]);
    for (const found of [alone, among]) expect(sum(found)).toBe(found.reading.bytes);
  });

  it('of characters the rest is not read, and is accounted for', () => {
    const found = read(text + entry('c', 'On hills'), { characters: 100 });
    expect(found.records).toHaveLength(1);
    expect(codes(found)).toEqual(['too-many-characters']);
    expect(sum(found)).toBe(found.reading.bytes);
  });
});

describe('macros that stand for more than memory holds', () => {
  const bomb = Array.from({ length: 60 }, (_, at) =>
    at === 0 ? '@string{m0 = "walks "}' : `@string{m${at} = m${at - 1} # m${at - 1}}`,
  ).join('\n');

  it('are left as names, and the papers stay', () => {
    const found = read(
      `${bomb}\n@article{a, title = {On walks}, note = m59}\n${entry('b', 'On hills')}`,
    );
    expect(found.records).toHaveLength(2);
    expect(codes(found)).toContain('macros-too-long');
  });

  it('cost no more than the file allows, however many entries name them', () => {
    const long = `@string{m = "${'walks '.repeat(2000)}"}\n`;
    const found = read(
      long + '@misc{a, title = {On walks}, note = m # m # m # m # m # m # m # m}\n'.repeat(400),
    );
    const characters = found.records
      .flatMap(({ raw }) => raw.fields)
      .reduce((total, { value }) => total + value.length, 0);
    expect(characters).toBeLessThan(1_000_000 + 4 * found.reading.bytes);
    expect(codes(found)).toContain('macros-too-long');
  });
});

it('mends letters encoded twice, and says so', () => {
  const found = read(entry('a', 'WÃ¤lder'));
  expect(found.records[0]?.fields.title?.value.source).toBe('Wälder');
  expect(codes(found)).toEqual(['encoded-twice']);
});

it('takes no half of a letter from an escape of JSON', () => {
  const found = read(
    '[{"id":"a","type":"article","title":"A walk cut inside \\ud835","author":[{"family":"\\udc00"}]}]',
  );
  expect(found.records).toHaveLength(1);
  expect(JSON.stringify(found.records[0]?.fields).isWellFormed()).toBe(true);
  expect(JSON.stringify(found.records[0]?.fields)).not.toMatch(/\\\\ud[89a-f]/i);
});

describe('what is no character of UTF-16 or UTF-32', () => {
  const text = '\ufeffTY  - JOUR\nTI  - On walks \ufffd x\nER  - \n';
  const at = text.indexOf('x');
  const units = (size: 2 | 4) => {
    const bytes = new Uint8Array(text.length * size);
    const view = new DataView(bytes.buffer);
    for (let index = 0; index < text.length; index += 1) {
      const code = index === at ? 0xd800 : text.charCodeAt(index);
      if (size === 2) view.setUint16(2 * index, code, true);
      else view.setUint32(4 * index, code, true);
    }
    return bytes;
  };

  it.each([2, 4] as const)('is told of with its byte, in units of %i bytes', (size) => {
    const found = read(units(size));
    expect(found.records.map(({ fields }) => fields.title?.value.source)).toEqual([
      'On walks \ufffd \ufffd',
    ]);
    expect(found.messages[0]).toMatchObject({ code: 'unfit-characters' });
    expect(found.messages[0]?.text).toContain(`at byte ${at * size})`);
    expect(sum(found)).toBe(found.reading.bytes);
  });
});
