import { createContext, Script } from 'node:vm';
import fc from 'fast-check';
import { gunzipSync, gzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { packSearch } from '../../src/offline/build/search.ts';
import { fromWideText, toWideText } from '../../src/offline/wide-text.ts';

test('bytes come back from wide text, which is shorter than Base64 and has no quote or line end', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const text = toWideText(bytes);
      expect(fromWideText(text, bytes.length)).toEqual(bytes);
      expect(text).toMatch(/^[\u3400-\ub3ff]*$/u);
      expect(text.length).toBe(Math.ceil((bytes.length * 8) / 15));
    }),
  );
});

const files = new Map(
  ['start.bin', 'index/a.pf_index'].map((path) => [
    path,
    gzipSync(new TextEncoder().encode(`Content of ${path} “ü”`), { mtime: 0 }),
  ]),
);

test('every file becomes a script that hands over its bytes', () => {
  const scripts = packSearch(files);
  expect([...scripts.keys()]).toEqual(['index/a.pf_index.js', 'start.bin.js']);
  for (const [name, bytes] of scripts) {
    const script = Buffer.from(bytes);
    // Browsers take UTF-16 from these two bytes, whatever the page says.
    expect([...script.subarray(0, 2)]).toEqual([0xff, 0xfe]);
    const handed: unknown[] = [];
    const context = createContext({
      florilegiumFile: (path: string, length: number, text: string) =>
        handed.push(path, new TextDecoder().decode(gunzipSync(fromWideText(text, length)))),
    });
    new Script(script.toString('utf16le').slice(1)).runInContext(context);
    const path = name.replace(/\.js$/u, '');
    expect(handed).toEqual([path, `Content of ${path} “ü”`]);
  }
});

test('the order of the files does not matter', () => {
  expect(packSearch(new Map([...files].reverse()))).toEqual(packSearch(files));
});

test('a file that is not compressed stops the build', () => {
  expect(() => packSearch(new Map([['more.js', new Uint8Array(40)]]))).toThrow(
    /cannot pack pagefind\/more\.js: it is not compressed/u,
  );
});
