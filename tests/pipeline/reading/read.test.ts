import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LocatedRecord, Seed, SeedReading } from '../../../src/model/index.ts';
import { readSeed } from '../../../src/pipeline/reading/read.ts';
import { CONFIDENT, decodeSeed, detectReader } from '../../../src/readers/index.ts';

const folder = new URL('../../../seeds/', import.meta.url);
const seeds: Seed[] = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .sort()
  .map((path) => ({ path, bytes: new Uint8Array(readFileSync(new URL(path, folder))) }));

function seedOf(bytes: Uint8Array | string): Seed {
  return {
    path: 'made-up.txt',
    bytes: typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes,
  };
}

function seedNumber(prefix: string): Seed {
  const seed = seeds.find(({ path }) => path.startsWith(prefix));
  if (seed === undefined) throw new Error(`no seed ${prefix}`);
  return seed;
}

function fieldValue(record: LocatedRecord | undefined, name: string): string | undefined {
  return record?.fields.find((field) => field.name === name)?.value;
}

/** Every law that holds for the reading of any bytes. */
function expectFaithful(seed: Seed): { reading: SeedReading; records: LocatedRecord[] } {
  const { reading, records } = readSeed(seed);
  const { text } = decodeSeed(seed);

  let at = 0;
  const totals = { field: 0, chrome: 0, separator: 0, unparsed: 0 };
  for (const { kind, span } of reading.account.parts) {
    if (span.start !== at) throw new Error(`the part at ${span.start} does not follow ${at}`);
    if (span.end <= span.start) throw new Error(`the part at ${span.start} is empty`);
    totals[kind] += span.end - span.start;
    at = span.end;
  }
  expect(at).toBe(seed.bytes.length);
  expect(totals).toEqual(reading.account.totals);

  for (const { kind, span } of reading.account.parts) {
    if (kind === 'separator') expect(text.slice(span).trim()).toBe('');
  }
  for (const record of records) {
    expect(record.fields.length).toBeGreaterThan(0);
    for (const field of record.fields) {
      expect(text.slice(field.span)).toBe(field.value);
      expect(field.value.trim()).toBe(field.value);
    }
  }
  expect(reading.records).toEqual(records.map((record) => record.key));
  expect(new Set(reading.records).size).toBe(records.length);
  return { reading, records };
}

describe('the five seeds', () => {
  test('hold 10, 10, 42, 50 and 57 records, 169 in all', () => {
    const counts = seeds.map((seed) => readSeed(seed).records.length);
    expect(counts).toEqual([10, 10, 42, 50, 57]);
  });

  test.each(seeds.map((seed) => [seed.path, seed] as const))(
    '%s is accounted for to the last byte, with nothing unparsed',
    (_, seed) => {
      const { reading } = expectFaithful(seed);
      expect(reading.account.totals.unparsed).toBe(0);
    },
  );

  test.each(seeds.map((seed) => [seed.path, seed] as const))(
    '%s gives every field exactly as its bytes read in UTF-8',
    (_, seed) => {
      for (const record of readSeed(seed).records) {
        for (const field of record.fields) {
          const bytes = seed.bytes.subarray(field.span.start, field.span.end);
          expect(Buffer.from(bytes).toString('utf-8')).toBe(field.value);
        }
      }
    },
  );

  test('are each wanted by exactly one reader', () => {
    const wanted = seeds.map((seed) =>
      detectReader(decodeSeed(seed).text)
        .tried.filter(({ confidence }) => confidence >= CONFIDENT)
        .map(({ format }) => format),
    );
    expect(wanted).toEqual([
      ['arxiver-author'],
      ['arxiver-author'],
      ['hugging-face-papers'],
      ['scholarfeed-author'],
      ['hugging-face-papers'],
    ]);
  });

  test('an arXiver page gives identifiers, comments and the glued DOI', () => {
    const { records } = readSeed(seedNumber('000'));
    expect(fieldValue(records[1], 'arxiv')).toBe('2507.17249');
    expect(fieldValue(records[1], 'comment')).toBe('Accepted by Recsys25');
    expect(fieldValue(records[4], 'doi')).toBe('10.1145/3711896.3737079');
    expect(fieldValue(records[5], 'abstract')).toMatch(/^With the development of audio deepfake/);
  });

  test('HodgeCover has no byline, and that is reported once', () => {
    const { reading, records } = readSeed(seedNumber('002'));
    const hodge = records.find((record) => fieldValue(record, 'title')?.startsWith('HodgeCover'));
    expect(hodge?.fields.map((field) => field.name)).toEqual(['title', 'abstract']);
    expect(reading.messages.map((message) => message.code)).toEqual(['record-without-byline']);
    expect(reading.messages[0]?.source?.lines).toEqual(hodge?.lines);
  });

  test('the number after a date is a count of comments, and the page date is a fact of the page', () => {
    const { reading, records } = readSeed(seedNumber('002'));
    const million = records.find((record) => fieldValue(record, 'title')?.includes('Million-Step'));
    expect(million?.fields.slice(2).map(({ name, value }) => [name, value])).toEqual([
      ['org', 'Cognizant'],
      ['date', 'Nov 12, 2025'],
      ['comments', '3'],
    ]);
    expect(reading.facts).toEqual({ date: { month: 6, day: 15 } });
  });

  test('a page without bylines says so once', () => {
    const { reading } = readSeed(seedNumber('004'));
    expect(reading.messages.map((message) => message.code)).toEqual(['bylines-missing']);
  });

  test('only the cut-off last abstract is truncated', () => {
    const truncated = seeds.flatMap((seed) =>
      readSeed(seed).records.filter((record) => record.truncated),
    );
    expect(truncated.map((record) => record.key)).toEqual(['003_7ecaa488242ba3c3.txt#50']);
    expect(fieldValue(truncated[0], 'abstract')).toMatch(/under diffe$/);
  });

  test('91 papers were claimed and 50 found', () => {
    const { reading } = readSeed(seedNumber('003'));
    expect(reading.facts).toEqual({ claimedRecords: 91, profile: 'Fei Sun' });
    const message = reading.messages.find(({ code }) => code === 'fewer-records-than-claimed');
    expect(message?.text).toBe('The page says it lists 91 papers; 50 were found.');
  });
});

describe('text nobody knows', { tags: 'nothing-invented' }, () => {
  test('gives no record, is all unparsed, and is told what was looked for', () => {
    const { reading, records } = expectFaithful(
      seedOf('Dear diary,\n\ntoday I read no paper at all.\n'),
    );
    expect(records).toEqual([]);
    expect(reading.format).toBeNull();
    expect(reading.account.totals).toEqual({ field: 0, chrome: 0, separator: 1, unparsed: 42 });
    expect(reading.messages).toHaveLength(1);
    const [message] = reading.messages;
    expect(message).toMatchObject({ code: 'unknown-format', severity: 'warning' });
    expect(message?.text).toContain('which begins “');
    expect(`${message?.text}${message?.hint}`.length).toBeLessThan(600);
  });

  test('an empty file is reported as empty', () => {
    for (const content of ['', ' \r\n\n']) {
      const { reading } = expectFaithful(seedOf(content));
      expect(reading.messages.map(({ code }) => code)).toEqual(['empty-seed']);
    }
  });

  test('an arXiv mailing is not taken for an author page', () => {
    const abstract = 'We grow things in rows, and the rows are long. '.repeat(4);
    const mail = `\\\\\narXiv:2303.08867\nDate: Wed, 15 Mar 2023 18:34:08 GMT\n\nTitle: Rows\n\\\\\n  ${abstract}\n\\\\\n`;
    expect(readSeed(seedOf(mail.repeat(3))).reading.format).not.toBe('arxiver-author');
  });
});

describe('for any bytes', { tags: ['every-byte', 'traced', 'goes-on'] }, () => {
  test('the parts tile the file and slicing gives the value', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expectFaithful(seedOf(bytes));
      }),
      { numRuns: 300 },
    );
  });

  test('made of pieces the readers look for, the parts tile the file and slicing gives the value', () => {
    const prose = 'We study “gardens” 🌱 under rain, and say so at length. '.repeat(3);
    const any = ['65', '-', prose, 'A Fine Title', '\ufeff', '\u00a0', '[', '][3]', '* '];
    const kits = [
      [`${prose}\narXiv:2503.01234`, 'arXiv:2503.01234', ' - doi: 10.1145/1.2With ', 'Accepted'],
      ['byAK and the research community', '  • 6 authors', '·', 'May 12 1', 'Lab A Lab', 'Daily'],
      [
        'by AK and the research community',
        '### [A Title',
        '* [x][3]',
        'Mar 8 [ 6][39]',
        'Subscribe',
      ],
      [
        'Subscribe',
        'Submitted by',
        '### [B](https://a.example/papers/2401.00001)',
        '6 authors · May 2',
      ],
      [
        'CLJun 8, 2023Code',
        '82.7MAJun 1',
        '9 Papers',
        'h-index3',
        'Ada Gardener, Jo Hedge et al. · x',
      ],
      ['CLJun 8, 2023', 'A TitleAda Gardener, Jo Hedge', 'Jo Hedge, et al.', 'et al.', ' · x'],
      ['arXiv:math.GT/0309136', 'Created: 2025-09-26', 'Updated: 2025-09-29', 'CLJun 8, 2023', '·'],
    ];
    const end = fc.constantFrom('\n', '\n', '\n\n', '\r\n', '\r\n\r\n', '\r', ' ', '');
    const content = fc.constantFrom(...kits).chain(([sign = '', ...rest]) => {
      const piece = fc.oneof(
        { weight: 5, arbitrary: fc.constantFrom(sign, ...rest, ...any) },
        { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
      );
      return fc
        .array(fc.tuple(piece, end), { maxLength: 30 })
        .map((pieces) => `${sign}\n\n${pieces.flat().join('')}`);
    });
    fc.assert(
      fc.property(content, (text) => {
        expectFaithful(seedOf(text));
      }),
      { numRuns: 1500 },
    );
  });

  test('of a seed that was cut, shuffled, doubled or spoilt, the same holds', () => {
    const fraction = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        fc.constantFrom(...seeds),
        fraction,
        fraction,
        fc.uint8Array({ maxLength: 20 }),
        fc.constantFrom('cut', 'doubled', 'spoilt', 'shuffled'),
        ({ bytes }, a, b, noise, how) => {
          const start = Math.floor(Math.min(a, b) * bytes.length);
          const end = Math.floor(Math.max(a, b) * bytes.length);
          const inside = bytes.subarray(start, Math.min(end, start + 12_000));
          expectFaithful(seedOf(mutated(inside, noise, how)));
        },
      ),
      { numRuns: 200 },
    );
  });

  test('a truncated abstract is only ever the last record’s', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...seeds),
        fc.double({ min: 0.05, max: 1, noNaN: true }),
        ({ bytes }, share) => {
          const { records } = readSeed(seedOf(bytes.subarray(0, Math.floor(share * bytes.length))));
          expect(records.slice(0, -1).filter((record) => record.truncated)).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });
});

test('a record all of whose fields are too deep is none, and its bytes are unparsed', () => {
  const page = readFileSync(
    new URL(
      '../../readers/hugging-face-papers/numbered-links-of-a-text-browser/seed.txt',
      import.meta.url,
    ),
    'utf8',
  );
  const titles = (text: string) =>
    readSeed(seedOf(text)).records.map((record) => fieldValue(record, 'title'));
  const spoilt = `${'{'.repeat(300)} and others${page}`;
  expect(titles(spoilt)).toEqual(titles(page));
  const { reading } = readSeed(seedOf(spoilt));
  expect(reading.messages.map(({ code }) => code)).toContain('nested-too-deep');
  expect(reading.account.totals.unparsed).toBeGreaterThan(300);
});

function mutated(bytes: Uint8Array, noise: Uint8Array, how: string): Uint8Array {
  const middle = bytes.length >> 1;
  switch (how) {
    case 'doubled':
      return Buffer.concat([bytes, bytes]);
    case 'spoilt':
      return Buffer.concat([bytes.subarray(0, middle), noise, bytes.subarray(middle)]);
    case 'shuffled': {
      const lines = Buffer.from(bytes).toString('latin1').split('\n');
      const order = lines.map((_, index) => ((index + 1) * 7919 + (noise[0] ?? 0)) % 104_729);
      const shuffled = lines
        .map((line, index) => ({ line, rank: order[index] ?? 0 }))
        .sort((x, y) => x.rank - y.rank);
      return Buffer.from(shuffled.map(({ line }) => line).join('\n'), 'latin1');
    }
    default:
      return bytes;
  }
}
