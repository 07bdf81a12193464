// @module-tag every-byte
// @module-tag traced
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type {
  Filing,
  LocatedRecord,
  Message,
  RawField,
  SeedReading,
} from '../../src/model/index.ts';
import { readSeed } from '../../src/pipeline/reading/read.ts';
import { CONFIDENT, decodeSeed, detectReader, pageText, readers } from '../../src/readers/index.ts';

const here = import.meta.dirname;

describe.each(readers.map((reader) => reader.format))('%s', (format) => {
  test.each(readdirSync(`${here}/${format}`))('%s', async (name) => {
    const folder = `${here}/${format}/${name}`;
    const seed = { path: 'seed.txt', bytes: new Uint8Array(readFileSync(`${folder}/seed.txt`)) };

    const { text } = decodeSeed(seed);
    const { tried } = detectReader(pageText(text)?.text ?? text);
    const wanting = tried.filter(({ confidence }) => confidence >= CONFIDENT);
    expect(wanting.map((answer) => answer.format)).toEqual([format]);

    const { reading, records } = readSeed(seed);
    await expect(`${JSON.stringify(summary(reading, records), null, 2)}\n`).toMatchFileSnapshot(
      `${folder}/expected.json`,
    );
    await expect(reading.messages.map(printed).join('')).toMatchFileSnapshot(
      `${folder}/messages.txt`,
    );
  });
});

function summary(reading: SeedReading, records: readonly LocatedRecord[]) {
  return {
    facts: reading.facts,
    ledger: reading.account.totals,
    records: records.map((record) => ({
      lines: record.lines.join('-'),
      truncated: record.truncated,
      span: `${record.span.start}-${record.span.end}`,
      chrome: record.chrome.map(({ start, end }) => `${start}-${end}`).join(' '),
      ...(record.notation.length === 0
        ? {}
        : {
            notation: record.notation
              .map(({ span, field }) => `${field} ${span.start}-${span.end}`)
              .join(', '),
          }),
      ...(record.filings.length === 0 ? {} : { filings: record.filings.map(filingSummary) }),
      fields: record.fields.map(fieldSummary),
    })),
  };
}

/** A field on one line of the golden file: where it stands comes first, so that a value at a wrong place shows. */
function fieldSummary({ name, value, span, label, decoded, parts, caseKept }: RawField) {
  return {
    [label === undefined ? name : `${name} (${label})`]: value,
    at: `${span.start}-${span.end}${decoded ? ' decoded' : ''}`,
    ...(parts === undefined ? {} : { parts }),
    ...(caseKept === undefined ? {} : { caseKept }),
  };
}

function filingSummary({ kind, value, span }: Filing) {
  return { [kind]: value, at: `${span.start}-${span.end}` };
}

function printed({ code, severity, source, text, hint }: Message): string {
  const lines = source?.lines === undefined ? '' : `:${source.lines.join('-')}`;
  return `${source?.file ?? ''}${lines} ${severity} ${code}\n  ${text}\n  ${hint ?? ''}\n`;
}
