// @module-tag texts-true
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { CONFIDENT, decodeSeed, detectReader } from '../../src/readers/index.ts';
import { shelfList } from './first-reader/shelf-list.ts';
import { laws } from './laws.ts';
import { layers } from './layers.ts';
import { namedThings, repositoryAt, whyAbsent } from './named-things.ts';

const root = join(import.meta.dirname, '../..');
/** What a reader of CONTRIBUTING.md makes while following it. */
const madeByTheGuide = [
  'src/readers/formats/shelf-list.ts',
  'tests/readers/shelf-list/two-papers/seed.txt',
];
const found = repositoryAt(root);
const repository = { ...found, paths: new Set([...found.paths, ...madeByTheGuide]) };
const textOf = (path: string) => readFileSync(join(root, path), 'utf8');

const texts = globSync(
  [
    '*.md',
    '.github/**/*.md',
    '{src,tests,bench}/**/{,_}README.md',
    '{src,tests,bench,packing}/README.md',
  ],
  { cwd: root },
)
  .map((path) => path.replaceAll('\\', '/'))
  // The change log names what was there.
  .filter((path) => path !== 'CHANGELOG.md')
  .sort();

test.each([...new Set(texts)])('what %s names exists', (file) => {
  const wrong = namedThings(textOf(file)).flatMap((named) => {
    const why = whyAbsent(named, file, repository);
    return why === null ? [] : [`${file}:${named.line}: \`${named.text}\`: ${why}`];
  });
  expect(wrong).toEqual([]);
});

/** `<Entry paper={paper} terse />`, `<Cite of="a" />`; the name and what is given. */
const TAG = /<([A-Z]\w+)((?:\s+[\w-]+(?:="[^"]*"|=\{[^{}]*\})?)*)\s*\/?>/g;

/** A line of a component that says what it takes: `  why?: string;` */
const PROP = /^ {2}(\w+)(\??):/gm;

test('components in the examples of READMEs are given what they take, and all they need', () => {
  const components = globSync('src/**/*.astro', { cwd: root });
  const used = texts.flatMap((file) =>
    Array.from(textOf(file).matchAll(/^```(?:astro|mdx)\n([\s\S]+?)^```$/gm), ([, code = '']) =>
      Array.from(code.matchAll(TAG), ([tag, name = '', given = '']) => ({
        file,
        tag,
        name,
        given,
      })),
    ).flat(),
  );
  expect(used.length).toBeGreaterThan(5);
  const wrong = used.filter(({ name, given }) => {
    const path = components.find((each) => each.endsWith(`/${name}.astro`));
    if (path === undefined) return true;
    const [, props = ''] = /^interface Props \{\n([\s\S]*?)^\}/m.exec(textOf(path)) ?? [];
    const taken = Array.from(props.matchAll(PROP), ([, prop = '', mark]) => ({
      prop,
      needed: !mark,
    }));
    const says = Array.from(
      given.matchAll(/([\w-]+)(?:=(?:"[^"]*"|\{[^{}]*\}))?/g),
      ([, prop]) => prop,
    );
    return (
      taken.some(({ prop, needed }) => needed && !says.includes(prop)) ||
      says.some((said) => said !== 'slot' && taken.every(({ prop }) => prop !== said))
    );
  });
  expect(wrong.map(({ file, tag }) => `${file}: ${tag}`)).toEqual([]);
});

/** The folders directly below `src` that hold code. */
const folders = readdirSync(join(root, 'src'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

test.each(folders)('src/%s says in a README what lives there, with an example', (name) => {
  // Astro makes a page of every file of pages whose name does not begin with an underscore.
  const file = `src/${name}/${name === 'pages' ? '_' : ''}README.md`;
  expect(existsSync(join(root, file)), `${file} is missing`).toBe(true);
  expect(textOf(file)).toMatch(/^```\w+\n[\s\S]+?^```$/m);
});

describe('ARCHITECTURE.md', () => {
  const architecture = textOf('ARCHITECTURE.md');

  it('shows the table of layers that lint enforces', () => {
    const rows = architecture.matchAll(/^\| \d+\s*\| (.+?)\s*\|/gm);
    const shown = Array.from(rows, ([, cells = '']) =>
      Array.from(cells.matchAll(/`src\/([\w-]+)`/g), ([, name]) => name),
    );
    expect(shown).toEqual(layers);
  });

  it('lists every law once', () => {
    expect(laws.length).toBeGreaterThan(10);
    expect(new Set(laws.map(({ id }) => id)).size).toBe(laws.length);
  });
});

test('the first reader of CONTRIBUTING.md is one', () => {
  const read = (name: string) => textOf(`tests/architecture/first-reader/${name}`);
  const contributing = textOf('CONTRIBUTING.md');
  expect(contributing).toContain(`\`\`\`text\n${read('seed.txt')}\`\`\``);
  const code = read('shelf-list.ts').replaceAll('../../../src/readers/', '../');
  expect(contributing).toContain(`\`\`\`ts\n${code}\`\`\``);

  const { text } = decodeSeed({
    path: 'seed.txt',
    bytes: new TextEncoder().encode(read('seed.txt')),
  });
  expect(detectReader(text).tried.filter(({ confidence }) => confidence >= CONFIDENT)).toEqual([]);
  expect(shelfList.detect(text)).toBe(1);
  const records = shelfList
    .read(text)
    .segments.flatMap((each) => (each.kind === 'record' ? [each.record] : []));
  expect(records.map((record) => record?.fields.map(({ value }) => value))).toEqual([
    ['Hedges in the Rain', 'Ann Lee; Bo Li', '10.1000/182'],
    ['On Gates', 'Cleo Fox', '10.1000/183'],
  ]);
});

describe('a text is wrong to name', () => {
  it.each([
    ['a file', '`src/text/none.ts`'],
    ['a file by its name alone', '`none.ts`'],
    ['a folder', '`tests/none/`'],
    ['a folder by its name alone', '`none/`'],
    ['files by a pattern', '`src/none/*.ts`'],
    ['a script', '`npm run none`'],
    ['a command', '```sh\nnpm run -s florilegium -- none\n```'],
    ['a program', '`node bench/none.ts`'],
    ['a variable', '`FLORILEGIUM_NONE`'],
    ['a function', '`noneSuch()`'],
    ['a type', '`NoneSuch`'],
    ['a component', '`<None of="a" />`'],
    ['a page by a link', '[none](NONE.md)'],
  ])('%s that is not there', (_, markdown) => {
    const [named] = namedThings(markdown);
    expect(named && whyAbsent(named, 'README.md', repository)).toMatch(/none/i);
  });
});
