// @module-tag private-withheld
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plantedContent, plantedExports, plantedSeeds, secrets, WORD } from './planted-secrets.ts';
import { type SmallSurvey, smallSurvey } from './small-survey.ts';

let survey: SmallSurvey;
let site: string;
beforeAll(async () => {
  survey = await smallSurvey();
  for (const [name, seed] of [...Object.entries(plantedSeeds), ...plantedExports])
    await survey.write(`seeds/${name}`, seed);
  for (const [name, text] of Object.entries(plantedContent))
    await survey.write(`content/${name}`, text);
  await survey.write('seeds/strolls.csv', 'Title;Author;Year\nStrolls;Ann Lee;2021\n');
  site = await survey.build();
}, 600_000);
afterAll(() => survey.dispose());

/** Every file of the site as text, those of archives and compressed ones too. */
async function* texts(): AsyncGenerator<[path: string, text: string]> {
  const entries = await readdir(site, { recursive: true, withFileTypes: true });
  for (const entry of entries.filter((each) => each.isFile())) {
    const path = join(entry.parentPath, entry.name);
    const bytes = await readFile(path);
    if (path.endsWith('.zip')) {
      for (const [name, inner] of Object.entries(unzipSync(bytes))) yield [name, textOf(inner)];
    } else yield [path, textOf(bytes)];
  }
}

function textOf(bytes: Uint8Array): string {
  const plain = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
  return new TextDecoder('latin1').decode(plain).replaceAll('\0', '').toLowerCase();
}

it('hundreds of secrets are planted, in every kind of seed that has some', () => {
  expect(secrets.size).toBeGreaterThan(550);
  expect(Object.keys(plantedSeeds).length + plantedExports.size).toBeGreaterThan(35);
});

describe('what people keep in their libraries', () => {
  it('stands in no file of the site', async () => {
    const leaks: string[] = [];
    let files = 0;
    for await (const [path, text] of texts()) {
      files += 1;
      for (const [word] of text.matchAll(WORD)) {
        if (secrets.has(word)) leaks.push(`${basename(path)}: ${word}`);
      }
    }
    expect(files).toBeGreaterThan(200);
    expect(leaks).toEqual([]);
  });

  it('is printed by no command whose output others may see', async () => {
    const names = Object.keys(plantedSeeds);
    const files = names.map((name) => join(survey.folders.seeds, name));
    for (const args of [['read', ...files], ['read', '--json', ...files], ['check']]) {
      const { out, err } = await survey.florilegium(...args);
      expect((out + err).match(WORD)).toBeNull();
      if (args[0] === 'read') for (const name of names) expect(out).toContain(name);
    }
  });

  it('does not keep the papers from being published', async () => {
    const works = await readFile(join(site, 'data/works.csv'), 'utf8');
    for (const when of 'at noon;at dawn;at dusk;at night;in woods;over fields;in wind;on roofs;afar;by habit;in rain'.split(
      ';',
    )) {
      expect(works).toContain(`Walks ${when}`);
    }
    for (const which of 'at noon;spelt;of paths;in records;of tags;of sheets;of shelves;der Karten;of cards;of robins;of tabs;of larks;of objects;of csl;in woods;by label'.split(
      ';',
    )) {
      expect(works).toContain(`Gait ${which}`);
    }
    expect(works).toContain('Li, Bo');
    expect(works).not.toMatch(/walks\.example|gait\.(?:example|edu)/);
  });
});

describe('who decided on a paper', () => {
  const set = async (name: string) => readFile(join(site, 'screening', name), 'utf8');

  it('is published where the survey says so, without the address', async () => {
    const included = await set('included.csv');
    expect(included).toContain('Screening reviewer');
    expect(included).toContain('"4, says [withheld]"');
    expect(await set('excluded.csv')).toContain('ask [withheld]');
  });
});

describe('the page of a source', () => {
  it('says where something is withheld and how many bytes', async () => {
    const page = await readFile(join(site, 'sources/wide.bib/index.html'), 'utf8');
    expect(page).toContain('<mark class="f-private">12 bytes withheld</mark>');
    expect(page.replace(/<[^>]*>/g, '')).toMatch(/Withheld\s*\d+ bytes in 3 places/);
  });

  it('publishes the text in its own encoding, with an asterisk for each letter withheld', async () => {
    const seed = plantedSeeds['wide.bib'];
    const published = await readFile(join(site, 'sources/wide.bib/raw.txt'));
    expect(published).toHaveLength(seed?.length ?? 0);
    expect(new TextDecoder('utf-16le').decode(published)).toContain(
      'year = 2021, annote = {******},\n  abstract = {We roam: ********************, ',
    );
  });
});

it('a field is published where site.yaml says so', async () => {
  await survey.delete('seeds');
  await survey.write(
    'seeds/open.bib',
    '@article{o, title = {Walks at will}, year = 2024, annote = {hushma, ask hushmb@walks.example}, review = {hushmc}}\n',
  );
  await survey.write('content/site.yaml', 'publish: [annote]\n');
  const page = await readFile(join(await survey.build(), 'sources/open.bib/raw.txt'), 'utf8');
  expect(page).toContain('annote = {hushma, ask hushmb@walks.example}, review = {******}');
});
