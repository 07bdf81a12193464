import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sourceRecords } from '../../../src/pipeline/index.ts';
import { readSeed } from '../../../src/pipeline/reading/read.ts';
import { decodeSeed } from '../../../src/readers/index.ts';

const PROSE =
  'Gardens grow in rows, and the rows are longer than any gardener can walk before the rain begins to fall. We show how they may be shortened with a fence, and measure the effect over three seasons — on clover as on mint.';

const LISTINGS: Record<string, { text: string; titles: string[] }> = {
  'arxiver-author': {
    text: `${PROSE}\nAccepted at Hedges 2025\narXiv:2503.01234\n${PROSE}\narXiv:2503.04321`,
    titles: [],
  },
  'hugging-face-papers': {
    text: `new\n\nGet trending papers in your email inbox!\n\nSubscribe\n\nDaily Papers\n\nbyAK and the research community\n\nJun 15\n\nA Fence for “Clover” 🌱\n\n${PROSE}\n\n  • 5 authors\n·\nMay 28, 2024\n\nMint Without Borders\n\n${PROSE}\n\n  • 2 authors\n·\nApr 2, 2023`,
    titles: ['A Fence for “Clover” 🌱', 'Mint Without Borders'],
  },
  'scholarfeed-author': {
    text: `Ada Gardener\n\nIR\nh-index32\n3papers\n91citations\nNovelty52%\nAI Score63\n\n2 Papers\n\nCLJun 8, 2023\nWeighing Mint\n\nAda Gardener, Grace Hedge\n\n${PROSE}\n\n82.7IRJun 7, 2022Code\nCounting Clover\n\nGrace Hedge, Alan Turf et al.\n\n${PROSE}`,
    titles: ['Weighing Mint', 'Counting Clover'],
  },
};

function seedOf(text: string) {
  return { path: 'made-up.txt', bytes: new TextEncoder().encode(text) };
}

describe('a seed made of several listings', () => {
  test('in any order gives the records of each, under its own format, with nothing unparsed', () => {
    const order = fc.shuffledSubarray(Object.keys(LISTINGS), { minLength: 1 });
    const between = fc.constantFrom('\n\n', '\n', '\n\n\n', '\r\n\r\n');
    fc.assert(
      fc.property(order, between, (formats, gap) => {
        const listings = formats.flatMap((format) => LISTINGS[format] ?? []);
        const seed = seedOf(listings.map(({ text }) => text).join(gap));
        const { reading, records } = sourceRecords(seed);
        expect(records.map(({ format }) => format)).toEqual(
          formats.flatMap((format) => [format, format]),
        );
        expect(records.flatMap(({ fields }) => fields.title?.value.source ?? [])).toEqual(
          listings.flatMap(({ titles }) => titles),
        );
        expect(reading.account.totals.unparsed).toBe(0);
      }),
    );
  });

  test('keeps every field at its place in the file', () => {
    const seed = seedOf(
      `\ufeff${Object.values(LISTINGS)
        .map(({ text }) => text)
        .join('\n\n')}`,
    );
    const { text } = decodeSeed(seed);
    const { records } = readSeed(seed);
    expect(records.map(({ key }) => key)).toEqual(
      [1, 2, 3, 4, 5, 6].map((n) => `made-up.txt#${n}`),
    );
    for (const record of records) {
      expect(record.lines).toEqual(text.lines(record.span));
      for (const field of record.fields) expect(text.slice(field.span)).toBe(field.value);
    }
  });

  test('reads a date by the page it is printed on', () => {
    const { listings } = readSeed(
      seedOf(`${LISTINGS['scholarfeed-author']?.text}\n\n${LISTINGS['hugging-face-papers']?.text}`),
    );
    expect(listings.map(({ format, facts }) => [format, facts])).toEqual([
      ['scholarfeed-author', { claimedRecords: 2, profile: 'Ada Gardener' }],
      ['hugging-face-papers', { date: { month: 6, day: 15 } }],
    ]);
  });

  test('is named after the format with most records, and labelled with all', () => {
    const one = `${PROSE}\narXiv:2503.01234`;
    const { reading } = readSeed(seedOf(`${one}\n\n${LISTINGS['hugging-face-papers']?.text}`));
    expect(reading.format).toBe('hugging-face-papers');
    expect(reading.label).toBe('arXiver author page, Hugging Face papers page');
  });
});
