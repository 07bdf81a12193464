import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ContentError } from '../../src/loaders/content-error.ts';
import { readSurveyInput } from '../../src/loaders/input.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'florilegium-'));
});
afterEach(() => rm(root, { recursive: true }));

const folders = () => ({ seeds: join(root, 'seeds'), content: join(root, 'content') });

async function put(path: string, text: string | Uint8Array) {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), text);
}

async function problems() {
  const error = await readSurveyInput(folders()).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ContentError);
  return error instanceof ContentError ? error.problems : [];
}

const theme = '---\nlabel: A\ntagline: B\nscopeNote: C\nrules:\n  terms: [a]\n---\nProse.\n';

describe('reading the folders of a survey', () => {
  it('takes absent folders as an empty survey', async () => {
    const input = await readSurveyInput(folders());
    expect(input.seeds).toEqual([]);
    expect(input.themes).toEqual([]);
    expect(input.corrections).toEqual([]);
    expect(input.permalinks).toEqual({ version: 2, permalinks: [] });
    expect(input.site.title).not.toBe('');
  });

  it(
    'takes every seed byte for byte, in subfolders too, in order of path, and leaves hidden files',
    { tags: 'every-byte' },
    async () => {
      await put('seeds/b.txt', new Uint8Array([0xff, 0x0d, 0x0a]));
      await put('seeds/a/z.txt', 'x');
      await put('seeds/.DS_Store', 'x');
      const { seeds } = await readSurveyInput(folders());
      expect(seeds.map((seed) => seed.path)).toEqual(['a/z.txt', 'b.txt']);
      expect([...(seeds[1]?.bytes ?? [])]).toEqual([0xff, 0x0d, 0x0a]);
    },
  );

  it('splits a theme into front matter and prose', async () => {
    await put('content/themes/small-models.mdx', theme);
    const { themes } = await readSurveyInput(folders());
    expect(themes).toMatchObject([
      { slug: 'small-models', frontMatter: { label: 'A' }, body: 'Prose.\n', bodyLine: 8 },
    ]);
  });

  it('gives each correction the file and line it stands on', async () => {
    await put(
      'content/corrections/x.yaml',
      "# why\n- exclude: { title: One }\n  reason: no paper\n\n- merge: [{ doi: '10.1/a' }, { title: b }]\n  reason: same\n",
    );
    const { corrections } = await readSurveyInput(folders());
    expect(corrections.map(({ file, line }) => `${file}:${line}`)).toEqual([
      'corrections/x.yaml:2',
      'corrections/x.yaml:5',
    ]);
  });
});

describe('a broken file in content', { tags: 'says-where' }, () => {
  it('is named with the line of the value and what was expected', async () => {
    await put('content/site.yaml', 'title: A\nurl: not an address\n');
    const [problem] = await problems();
    expect(problem).toMatchObject({ file: 'content/site.yaml', line: 2 });
    expect(problem?.text).toContain('"url"');
  });

  it('is named with the line of an unknown key', async () => {
    await put('content/themes/a.mdx', theme.replace('tagline', 'tagLine'));
    const found = await problems();
    const unknown = found.find(({ text }) => text.includes('"tagLine"'));
    expect(unknown).toMatchObject({ file: 'content/themes/a.mdx', line: 3 });
    expect(found.every(({ file }) => file === 'content/themes/a.mdx')).toBe(true);
  });

  it.each([
    ['title: A\n\nlang: de\n', 3, 'Did you mean "language"?'],
    ['title: A\nlicence_name: MIT\n', 2, 'Did you mean "licence"?'],
    ['title: A\ntheme:\n  of: x\n', 2, 'Known here: "title"'],
    ['title: A\nlimits:\n  records: 3\n  byte: 3\n', 4, 'Did you mean "bytes"?'],
  ])('is named with the line of the key and the nearest one: %j', async (text, line, hint) => {
    await put('content/site.yaml', text);
    expect(await problems()).toMatchObject([{ line, hint: expect.stringContaining(hint) }]);
  });

  it('points into the one list entry that is wrong, and says what is wrong with that kind of decision', async () => {
    await put(
      'content/corrections/x.yaml',
      '- exclude: { title: One }\n  reason: r\n- match: { title: Two }\n  set: { date: yesterday }\n  reason: r\n  evidence: [https://example.org/]\n',
    );
    const [problem] = await problems();
    expect(problem).toMatchObject({ file: 'content/corrections/x.yaml', line: 4 });
    expect(problem?.text).toContain('a date such as');
  });

  it('may set a date that is in no calendar', async () => {
    await put(
      'content/corrections/x.yaml',
      '- match: { title: Two }\n  set: { date: 2024-02-30 }\n  reason: r\n  evidence: [https://example.org/]\n',
    );
    expect((await problems())[0]?.text).toMatch(/a date such as .* found was “2024-02-30”/);
  });

  it('may be no YAML at all', async () => {
    await put('content/corrections/x.yaml', '- match: { title: "a\n');
    const [problem] = await problems();
    expect(problem?.text).toContain('not valid YAML');
  });

  it('without front matter says how a theme begins', async () => {
    await put('content/themes/a.mdx', 'Only prose.\n');
    const [problem] = await problems();
    expect(problem?.text).toContain('front matter');
  });

  it('does not hide the others: every problem is listed at once', async () => {
    await put('content/site.yaml', 'colour: green\n');
    await put('content/permalinks.json', '{ "version": 2 }');
    expect(new Set((await problems()).map(({ file }) => file))).toEqual(
      new Set(['content/site.yaml', 'content/permalinks.json']),
    );
  });
});

describe('what a person can do wrong in content', () => {
  const chain = Array.from('bcdefghi', (name, at) => {
    const aliases = Array.from({ length: 10 }, () => `*${'abcdefgh'[at]}`);
    return `${name}: &${name} [${aliases.join(', ')}]`;
  });
  const bomb = `a: &a [x, x, x, x, x, x, x, x, x, x]\n${chain.join('\n')}\n`;

  it.each([
    ['a bomb of aliases', bomb, /aliases/],
    ['an alias of nothing', 'title: *none\n', /alias/],
    ['a merge that was not resolved', 'title: A\n<<<<<<< HEAD\nurl: x\n', /unresolved merge/],
    ['lists nested without end', `title: ${'['.repeat(20_000)}`, /nested too deep/],
    ['a month that is none', 'edition: 2026-13\n', /a date such as/],
    ['a day that is none', 'edition: 2026-02-30\n', /a date such as/],
    ['a language that is none', 'language: the_english\n', /language tag/],
    ['an address a browser would run', 'url: javascript:alert(1)\n', /an address such as/],
    ['a list', '- title\n', /^a map of keys and values .* was expected; found was a list$/],
    ['nothing', '# title\n', /^the file is empty$/],
    ['two documents', 'title: A\n---\ntitle: B\n', /^a second document begins here/],
    ['a number for a text', 'title: 5\n', /^"title": a text was expected; found was “5”$/],
    ['no number', 'limits: { records: .nan }\n', /a number was expected; found was “NaN”/],
    ['what is too small', 'limits: { bytes: -1 }\n', /at least 0 was expected; found was “-1”/],
    ['a tab', 'curator:\n\tname: A\n', /not valid YAML: Tabs/],
    ['a key twice', 'title: A\ntitle: B\n', /must be unique/],
    ['a text in UTF-16', Buffer.from('\ufefftitle: A\n', 'utf16le'), /no UTF-8/],
  ])('is said in words: %s', async (_, text, words) => {
    await put('content/site.yaml', text);
    expect((await problems()).map((problem) => problem.text).join('\n')).toMatch(words);
  });

  it.each([
    [
      'content/decisions.csv',
      'paper,decision\n<<<<<<< HEAD\na,include\n=======\na,exclude\n>>>>>>> b\n',
    ],
    ['content/themes/a.mdx', '---\nlabel: A\n---\nWe walk.\n>>>>>>> b\n'],
    ['content/permalinks.json', '<<<<<<< HEAD\n{}'],
  ])('is said of a merge that was not resolved in %s', async (file, text) => {
    await put(file, text);
    const line = text.split('\n').findIndex((each) => /^[<>]{7}/.test(each)) + 1;
    expect(await problems()).toMatchObject([
      { file, line, text: expect.stringContaining('unresolved merge') },
    ]);
  });

  it('is said of folders and links where files should be', async () => {
    await put('content/themes/a.mdx/b.txt', '');
    await put('content/corrections/a.yaml/b.txt', '');
    await symlink('nowhere', join(folders().content, 'corrections/b.yaml'));
    expect((await problems()).map(({ file, text }) => `${file}: ${text}`)).toEqual([
      'content/themes/a.mdx: it is a folder; a plain file was expected',
      'content/corrections/a.yaml: it is a folder; a plain file was expected',
      'content/corrections/b.yaml: it is a link to another place; a plain file was expected',
    ]);
  });

  it('may be JSON, which is YAML', async () => {
    await put('content/site.yaml', '{\n\t"title": "Walks",\n\t"edition": "2026-11"\n}\n');
    expect((await readSurveyInput(folders())).site).toMatchObject({ title: 'Walks' });
  });

  it.each([
    ['content/site.yaml', 'titel: A\n', '"title"'],
    [
      'content/site.yaml',
      'licence: { name: A, url: https://a.example/, link: b }\n',
      '"name", "url"',
    ],
    ['content/corrections/x.yaml', '- exclude: { titel: A }\n  reason: r\n', '"title"'],
    ['content/corrections/x.yaml', '- exlude: { title: A }\n  reason: r\n', 'mean "exclude"'],
    [
      'content/corrections/x.yaml',
      '- exclude: { title: A }\n  reason: r\n  evidence: []\n',
      'goes with "evidence"',
    ],
    ['content/permalinks.json', '{"version": 2, "perm', 'git checkout'],
    ['content/permalinks.json', '', 'git checkout'],
    ['content/site.yaml', 'title: 5\n', 'in quotes: "5"'],
  ])('has a hint at the key that was meant, in %s: %s', async (file, text, key) => {
    await put(file, text);
    expect((await problems()).map(({ hint }) => hint).join()).toContain(key);
  });

  it.each([
    ['content/site.yml', 'content/site.yaml'],
    ['content/themes/a.md', 'content/themes/a.mdx'],
    ['content/corrections/a.json', 'content/corrections/a.yaml'],
  ])('may be the name of a file: %s', async (file, name) => {
    await put('content/themes/README.md', 'How themes are written.');
    await put(file, 'title: Walks\n');
    expect(await problems()).toMatchObject([{ file, hint: `Name it ${name}.` }]);
  });

  it.each(['content/site.yaml', 'content/permalinks.json'])('may be a folder: %s', async (file) => {
    await put(`${file}/a`, 'x');
    expect(await problems()).toMatchObject([
      { file, text: expect.stringContaining('it is a folder') },
    ]);
  });

  it('may be a file where a folder was expected, or no UTF-8', async () => {
    await put('content/themes', 'x');
    await put('content/site.yaml', Uint8Array.of(0x61, 0x3a, 0x20, 0xff));
    expect((await problems()).map(({ file }) => file).sort()).toEqual([
      'content/site.yaml',
      'content/themes',
    ]);
  });
});

describe('what in the seeds folder is no file', () => {
  it('is named: links, pipes, and names of any kind are seeds', async () => {
    await put('seeds/back\\slash%00.bib', 'x');
    await symlink('nowhere', join(root, 'seeds/link'));
    execFileSync('mkfifo', [join(root, 'seeds/pipe')]);
    const { seeds, unread } = await readSurveyInput(folders());
    expect(seeds.map(({ path }) => path)).toEqual(['back\\slash%00.bib']);
    expect(unread?.toSorted((a, b) => (a.path < b.path ? -1 : 1))).toEqual([
      { path: 'link', is: 'a link to another place' },
      { path: 'pipe', is: 'a pipe' },
    ]);
  });
});

describe('what prose takes from other files', { tags: 'says-where' }, () => {
  const page = (text: string) => put('content/pages/about.mdx', `---\ntitle: About\n---\n${text}`);

  it.each([
    ["import X from './nowhere.astro'\n\n<X />\n", 4],
    ['\nimport {\n  a,\n} from "no-such-package/b";\n', 5],
    ["import '@nobody/x/y.css'\n", 4],
    ['Look:\n\n![Hedges](hedges.png "in rain")\n', 6],
  ])('is missed before a build would stop at it: %j', async (text, line) => {
    await page(text);
    expect(await problems()).toMatchObject([{ file: 'content/pages/about.mdx', line }]);
  });

  it('is not missed where it is there, on the web or only talked of', async () => {
    await put('content/pages/my hedges.png', 'x');
    await put('content/x.ts', 'export const a = 1;');
    await page(
      [
        "import { a } from '../x'",
        "import { Image } from 'astro:assets'",
        "import { z } from 'zod'",
        "export const b = 'from nowhere'",
        '',
        '![Hedges](my%20hedges.png) ![x](/logo.png) ![x](https://example.org/x.png) `![x](y.png)`',
        '',
        '```js',
        "import X from './nowhere'",
        '```',
      ].join('\n'),
    );
    await expect(readSurveyInput(folders())).resolves.toMatchObject({ pages: [{ slug: 'about' }] });
  });
});

describe('a character that no page can hold', { tags: 'says-where' }, () => {
  it.each([
    ['content/site.yaml', 'url: https://example.org/\ntitle: "Walks\\uD800"\n', 2],
    ['content/site.yaml', 'title: "a\\0b"\n', 1],
    ['content/permalinks.json', '{"version":2,\n"permalinks":\u0001[]}', 2],
    ['content/pages/about.mdx', '---\ntitle: About\n---\n\nWalks\u0000.\n', 5],
  ])('is named with its line: %s %j', async (file, text, line) => {
    await put(file, text);
    expect(await problems()).toMatchObject([
      { file, line, text: expect.stringContaining('no page can hold') },
    ]);
  });
});

it('a key that is a list or a map is unknown, and Node warns of nothing', async () => {
  const warned: unknown[] = [];
  const listen = (warning: unknown) => warned.push(warning);
  process.on('warning', listen);
  await put('content/site.yaml', '{a: b}: c\n? [x, y]\n: z\n');
  expect((await problems())[0]?.text).toContain('unknown keys');
  await new Promise(setImmediate);
  process.off('warning', listen);
  expect(warned).toEqual([]);
});

it('an unknown key of the permalink ledger is named with the nearest one', async () => {
  await put('content/permalinks.json', '{"version":2,"permalinks":[],"permalink":[]}');
  expect(await problems()).toMatchObject([{ hint: 'Did you mean "permalinks"?' }]);
});
