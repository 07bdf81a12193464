import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { zipInto } from '../../src/offline/build/zip.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

function makeZip(files: Iterable<readonly [string, Uint8Array]>): Uint8Array {
  const chunks: Uint8Array[] = [];
  const zip = zipInto((chunk) => {
    chunks.push(chunk);
  });
  for (const [name, content] of files) zip.add(name, content);
  zip.end();
  return new Uint8Array(Buffer.concat(chunks));
}

function has(program: string): boolean {
  try {
    execFileSync(program, [program === 'unzip' ? '-v' : '--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function withFile<T>(zip: Uint8Array, work: (file: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'florilegium-zip-'));
  try {
    const file = join(folder, 'a.zip');
    writeFileSync(file, zip);
    return work(file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Lists an archive with Python, which checks sums, names and counts. */
const script = `
import json, sys, zipfile
z = zipfile.ZipFile(sys.argv[1])
assert z.testzip() is None
print(json.dumps([[i.filename, i.flag_bits >> 11 & 1, i.external_attr >> 16, list(i.date_time)] for i in z.infolist()][:9] + [len(z.infolist())]))
`;
const listed = (zip: Uint8Array): unknown =>
  JSON.parse(
    withFile(zip, (file) => execFileSync('python3', ['-c', script, file], { encoding: 'utf8' })),
  );

test('the same files give the same bytes, and what goes in comes out', () => {
  const name = fc.stringMatching(/^[a-zé#% ]{1,8}(\/[a-zé#% ]{1,8})?$/u);
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.tuple(name, fc.uint8Array()), { selector: ([n]) => n }),
      (all) => {
        const zip = makeZip(new Map(all));
        expect(makeZip(new Map(all))).toEqual(zip);
        const out = Object.entries(unzipSync(zip)).map(([n, content]) => [n, [...content]]);
        expect(Object.fromEntries(out)).toEqual(
          Object.fromEntries(all.map(([n, content]) => [n, [...content]])),
        );
      },
    ),
    { numRuns: 50 },
  );
});

test.each(['../a', '/a', 'a/../b', 'a//b', 'a\\b', './a', ''])('%s is refused', (name) => {
  expect(() => makeZip(new Map([[name, bytes('x')]]))).toThrow(/no path inside an archive/u);
});

test.runIf(has('python3'))('Python reads plain files with UTF-8 names and one date', () => {
  const zip = makeZip(
    new Map([
      ['f/é.txt', bytes('x')],
      ['f/a.txt', bytes('y')],
    ]),
  );
  const date = [1980, 1, 1, 0, 0, 0];
  expect(listed(zip)).toEqual([['f/é.txt', 1, 0o100644, date], ['f/a.txt', 0, 0o100644, date], 2]);
});

test.runIf(has('unzip'))('unzip finds nothing wrong', () => {
  const zip = makeZip(
    new Map([
      ['f/é.txt', bytes('x'.repeat(9999))],
      ['f/a.txt', bytes('')],
    ]),
  );
  expect(
    withFile(zip, (file) => execFileSync('unzip', ['-t', file], { encoding: 'utf8' })),
  ).toMatch(/No errors detected/u);
});

test.runIf(has('python3'))(
  'more files than the original format counts are all found',
  () => {
    const many = new Map(Array.from({ length: 66_000 }, (_, at) => [`f/${at}`, bytes('')]));
    expect(listed(makeZip(many))).toHaveProperty('[9]', 66_000);
  },
  60_000,
);
