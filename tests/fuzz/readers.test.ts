// @module-tag goes-on
// @module-tag every-byte
// @module-tag traced
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sourceRecords } from '../../src/pipeline/index.ts';
import { readers } from '../../src/readers/index.ts';
import { expectFaithful } from '../readers/faithful.ts';
import { bytesOf, hostileSeed } from './hostile-seeds.ts';
import { hostileText } from './hostile-text.ts';
import { expectForAll } from './laws.ts';

const folder = join(import.meta.dirname, '../readers');
const cases = readers
  .flatMap(({ format }) =>
    existsSync(join(folder, format))
      ? readdirSync(join(folder, format)).map((name) => join(folder, format, name, 'seed.txt'))
      : [],
  )
  .map((path) => readFileSync(path));

/** Parts tile the file, spans give the values, and no reader and no later step fails. */
function expectRead(bytes: Uint8Array): void {
  expectFaithful(bytes);
  const { messages } = sourceRecords({ path: 'seed.txt', bytes });
  const defects = messages.filter(({ code }) => /^(?:seed|record)-not-read$/.test(code));
  expect(defects).toEqual([]);
}

it('any values in the place of those of a format are read without loss', () => {
  expectForAll(hostileSeed, 150, ({ text }) => expectRead(bytesOf(text)));
});

it('any text among the lines of a seed is read without loss', () => {
  const spoilt = fc.tuple(
    fc.constantFrom(...cases),
    fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), hostileText), {
      minLength: 1,
      maxLength: 3,
    }),
  );
  expectForAll(spoilt, 120, ([bytes, insertions]) => {
    expectRead(
      insertions.reduce<Uint8Array>((before, [where, text]) => {
        const at = Math.floor(where * before.length);
        return Buffer.concat([before.subarray(0, at), bytesOf(text), before.subarray(at)]);
      }, bytes),
    );
  });
});

it('any bytes in the place of others are read without loss', () => {
  const flipped = fc.tuple(
    fc.constantFrom(...cases),
    fc.array(
      fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 0, max: 255 })),
      { minLength: 1, maxLength: 40 },
    ),
  );
  expectForAll(flipped, 100, ([bytes, flips]) => {
    const changed = Uint8Array.from(bytes);
    for (const [where, byte] of flips) changed[Math.floor(where * (bytes.length - 1))] = byte;
    expectRead(changed);
  });
});

it('text in any encoding is read without loss', () => {
  const encoded = fc.tuple(hostileSeed, fc.constantFrom('utf16le', 'utf-16be', 'latin1', 'bom'));
  expectForAll(encoded, 40, ([{ text }, encoding]) => {
    const wide = Buffer.from(`\ufeff${text}`, 'utf16le');
    if (encoding === 'utf16le') expectRead(wide);
    else if (encoding === 'utf-16be') expectRead(wide.swap16());
    else if (encoding === 'latin1') expectRead(Buffer.from(text, 'latin1'));
    else expectRead(bytesOf(`\ufeff${text}`));
  });
});
