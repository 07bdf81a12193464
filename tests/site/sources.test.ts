// @module-tag traced
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { site } from './pages.ts';

const seeds = resolve(import.meta.dirname, '../../seeds');

/** `<div class="ln" id="L3"><a href="#L3" aria-label="Line 3">3</a><p>` up to the end of its text. */
const LINE = /<div class="ln[^"]*" id="L(\d+)"><a [^>]*>\d+<\/a><p>([\s\S]*?)<\/p>/g;

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

function textOf(html: string): string {
  return html
    .replace(/<\/?mark[^>]*>/g, '')
    .replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ENTITIES[name] ?? '');
}

test('every line of every seed stands on its page as it is, under its number', async () => {
  const names = (await readdir(join(site, 'sources'), { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
  expect(names.length).toBeGreaterThan(0);
  for (const name of names) {
    const page = await readFile(join(site, 'sources', name, 'index.html'), 'utf8');
    const seed = await readFile(join(seeds, name), 'utf8');
    const shown = [...page.matchAll(LINE)].map(([, number, html = '']) => ({
      number: Number(number),
      text: textOf(html),
    }));
    const lines = seed.replace(/\n$/, '').split('\n');
    expect(shown).toEqual(
      lines.map((line, index) => ({ number: index + 1, text: line.replace(/\r$/, '') })),
    );
  }
});

test('a seed can be downloaded byte for byte', async () => {
  for (const name of await readdir(join(site, 'sources'))) {
    if (name === 'index.html') continue;
    const raw = await readFile(join(site, 'sources', name, 'raw.txt'));
    expect(raw.equals(await readFile(join(seeds, name)))).toBe(true);
  }
});
