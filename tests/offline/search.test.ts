import { createContext, Script } from 'node:vm';
import fc from 'fast-check';
import { close, createIndex } from 'pagefind';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Pagefind } from '../../src/search/browser/pagefind.ts';
import { packSearch } from '../../src/offline/build/search.ts';
import { fromWideText, toWideText } from '../../src/offline/wide-text.ts';

let index: Map<string, Uint8Array>;

beforeAll(async () => {
  const { index: made } = await createIndex({ forceLanguage: 'en' });
  if (!made) throw new Error('Pagefind made no index');
  for (let at = 0; at < 90; at += 1) {
    await made.addCustomRecord({
      url: `/papers/${at}/`,
      content: `Paper ${at} on ${at % 3 === 0 ? 'pruning' : 'routing'}. ${'Text of it. '.repeat(200)}`,
      language: 'en',
      meta: { title: `Paper ${at}` },
      filters: { year: [String(2020 + (at % 2))] },
    });
  }
  const { files } = await made.getFiles();
  const needed = /^(?:pagefind\.js|pagefind-entry\.json|wasm\..+|.+\.pf_\w+)$/u;
  index = new Map(
    files.filter(({ path }) => needed.test(path)).map(({ path, content }) => [path, content]),
  );
});
afterAll(() => close());

function changed(path: string, change: (text: string) => string): Map<string, Uint8Array> {
  const text = new TextDecoder().decode(index.get(path));
  expect(change(text)).not.toBe(text);
  return new Map(index).set(path, new TextEncoder().encode(change(text)));
}

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

test('the same index gives the same scripts, whatever the order of its files', async () => {
  const one = await packSearch(index);
  expect(await packSearch(new Map([...index].reverse()))).toEqual(one);
  expect([...one.keys()]).toContain('core.js');
  expect([...one.keys()].filter((name) => name.startsWith('papers-')).length).toBeGreaterThan(1);
});

test('the packed engine finds what is in the index, and loads texts only when asked', async () => {
  const scripts = await packSearch(index);
  const loaded: string[] = [];
  class HTMLScriptElement {
    src = 'file:///x/pagefind/core.js';
    onload?: () => void;
    remove(): void {}
  }
  const run = (path: string) => {
    const bytes = Buffer.from(scripts.get(path) ?? []);
    const text = bytes[0] === 0xff ? bytes.toString('utf16le').slice(1) : bytes.toString('utf8');
    new Script(text).runInContext(context);
  };
  const context = createContext({
    HTMLScriptElement,
    document: {
      currentScript: new HTMLScriptElement(),
      createElement: () => new HTMLScriptElement(),
      head: {
        append(script: HTMLScriptElement) {
          const path = script.src.replace('file:///x/pagefind/', '');
          loaded.push(path);
          run(path);
          script.onload?.();
        },
      },
      querySelector: () => null,
    },
    location: new URL('file:///x/search/index.html'),
    ...{ URL, Response, Blob, DecompressionStream, TextDecoder, TextEncoder, WebAssembly },
    ...{ setTimeout, console, Uint8Array, Uint16Array, Uint32Array },
  });
  run('core.js');
  const engine: Pagefind = context['florilegiumSearch'];
  await engine.options({ noWorker: true, baseUrl: '/' });
  await engine.init();
  expect(await engine.filters()).toEqual({ year: { 2020: 45, 2021: 45 } });
  const { results } = await engine.search('pruning');
  expect(results).toHaveLength(30);
  expect(
    (await engine.search(null, { filters: { year: { any: ['2021'] } } })).results,
  ).toHaveLength(45);
  expect(loaded.filter((path) => path.startsWith('papers-'))).toEqual([]);
  const texts = await Promise.all(results.map((result) => result.data()));
  expect(texts.map(({ raw_url }) => raw_url)).toContain('/papers/87/');
  expect(new Set(loaded).size).toBe(loaded.length);
});

describe('a Pagefind of another shape stops the build', () => {
  test.each([
    ['pagefind.js', 'pf_fragment`', 'pf_text`', /nothing in pagefind\.js is like .*pf_fragment/u],
    ['pagefind.js', '"pagefind_dcd"', '"pagefind_xyz"', /pagefind_dcd/u],
    ['pagefind.js', 'import.meta.url', 'import.meta.dir', /import/u],
    ['pagefind.js', '.noWorker', '.worker', /noWorker/u],
    ['pagefind.js', 'var pagefind=', 'import("./more.js");var pagefind=', /contains import/u],
    ['pagefind-entry.json', '"hash"', '"sum"', /pagefind-entry\.json/u],
    ['pagefind-entry.json', '"hash":"en', '"hash":"xx', /its index has no pagefind\.xx/u],
  ])('%s with %s changed to %s', async (path, from, to, message) => {
    const other = changed(path, (text) => text.replaceAll(from, to));
    await expect(packSearch(other)).rejects.toThrow(message);
  });

  test('a file it does not know', async () => {
    const gzip = [...index].find(([path]) => path.endsWith('.pf_index'))?.[1] ?? new Uint8Array();
    await expect(packSearch(new Map(index).set('more/a.pf_more', gzip))).rejects.toThrow(
      /its index has a file more\/a\.pf_more.*Adapt src\/offline/u,
    );
  });

  test('a file that is not compressed as it was', async () => {
    const [path = ''] = [...index.keys()].filter((each) => each.endsWith('.pf_index'));
    await expect(packSearch(new Map(index).set(path, new Uint8Array(40)))).rejects.toThrow(
      /is not compressed with gzip/u,
    );
  });

  test('no engine at all', async () => {
    await expect(packSearch(new Map())).rejects.toThrow(/its index has no pagefind\.js/u);
  });
});
