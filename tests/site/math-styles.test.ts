import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import {
  attribute,
  type BuiltPage,
  elements,
  hasClass,
  site,
  siteFiles,
  sitePages,
} from './pages.ts';

let pages: BuiltPage[];
let files: string[];
beforeAll(async () => {
  [pages, files] = await Promise.all([sitePages(), siteFiles()]);
});

const lock = z.object({
  packages: z.record(z.string(), z.object({ version: z.string().optional() })),
});

test('a page links the sheet of mathematics exactly when it has a formula', () => {
  const wrong = pages.filter(({ document }) => {
    const all = [...elements(document)];
    const linked = all.some(
      (element) =>
        element.tagName === 'link' && /\/math-[^/]+\.css$/u.test(attribute(element, 'href') ?? ''),
    );
    return linked !== all.some((element) => hasClass(element, 'katex'));
  });
  expect(wrong.map(({ path }) => path)).toEqual([]);
});

test('one KaTeX makes the formulas, and the sheet is of its version', async () => {
  const { packages } = lock.parse(
    JSON.parse(await readFile(join(import.meta.dirname, '../../package-lock.json'), 'utf8')),
  );
  const installed = Object.entries(packages).filter(([path]) =>
    path.endsWith('node_modules/katex'),
  );
  expect(installed).toHaveLength(1);
  const sheets = files.filter((file) => /\/math-[^/]+\.css$/u.test(file));
  expect(sheets).toHaveLength(1);
  const css = await readFile(join(site, sheets[0] ?? ''), 'utf8');
  expect(css).toContain(installed[0]?.[1].version);
});

test('every font of the sheet is there, once and in one format', async () => {
  const sheet = files.find((file) => /\/math-[^/]+\.css$/u.test(file)) ?? '';
  const css = await readFile(join(site, sheet), 'utf8');
  const named = [...css.matchAll(/url\("?([^")]+)"?\)/gu)].map(([, url = '']) =>
    url.replace(/^\.\//u, '/assets/'),
  );
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter((font) => !font.endsWith('.woff2'))).toEqual([]);
  expect(named.filter((font) => !files.includes(font))).toEqual([]);
  const shipped = files.filter((file) => /\/KaTeX_/u.test(file));
  expect(shipped).toEqual([...new Set(named)].sort());
});
