// @module-tag traced
import { createHash } from 'node:crypto';
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

/** Folders of the pages of seeds, and of those of their states. */
const folders = (await readdir(join(site, 'sources'), { withFileTypes: true }))
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);
const names = folders.filter((name) => !name.startsWith('sha256-'));
const rawOf = (name: string) => readFile(join(site, 'sources', name, 'raw.txt'));

async function linesOf(folder: string) {
  const page = await readFile(join(site, 'sources', folder, 'index.html'), 'utf8');
  return [...page.matchAll(LINE)].map(([, number, html = '']) => ({
    number: Number(number),
    text: textOf(html),
  }));
}

test('every line of every seed stands on its page as it is, under its number', async () => {
  expect(names.length).toBeGreaterThan(0);
  for (const name of names) {
    const seed = await readFile(join(seeds, name), 'utf8');
    const lines = seed.replace(/\n$/, '').split('\n');
    expect(await linesOf(name)).toEqual(
      lines.map((line, index) => ({ number: index + 1, text: line.replace(/\r$/, '') })),
    );
  }
});

test('a seed can be downloaded byte for byte', async () => {
  for (const name of names)
    expect((await rawOf(name)).equals(await readFile(join(seeds, name)))).toBe(true);
});

test('the state of every seed has an address made from its bytes, with the same lines', async () => {
  const states = new Set(folders.filter((name) => !names.includes(name)));
  for (const name of names) {
    const digest = createHash('sha256')
      .update(await rawOf(name))
      .digest('hex');
    const state = `sha256-${digest.slice(0, 16)}`;
    expect(await linesOf(state)).toEqual(await linesOf(name));
    states.delete(state);
  }
  expect([...states]).toEqual([]);
});
