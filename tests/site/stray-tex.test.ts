import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  attribute,
  type BuiltPage,
  elements,
  hasClass,
  type HtmlElement,
  type HtmlNode,
  isElement,
  isHidden,
  site,
  siteFiles,
  sitePages,
  textOf,
} from './pages.ts';
import { toLatex } from '../../src/text/index.ts';
import { strays, unexplained } from './stray-tex.ts';

const renderings = z.object({ plain: z.string(), html: z.string(), latex: z.string() });
const surveySchema = z.object({
  works: z.array(
    z.object({
      permalink: z.string(),
      title: renderings,
      abstract: renderings.nullable(),
      authors: z.array(z.object({ literal: z.string() })),
    }),
  ),
  seeds: z.array(z.object({ path: z.string(), format: z.string().nullable() })),
  math: z.object({
    left_verbatim: z.array(z.object({ text: z.string() })),
    unknown_commands: z.array(z.object({ command: z.string() })),
  }),
});

/** Folder of what the built site was made from. */
const root = join(import.meta.dirname, '../..');

/**
 * Words of the stripped listings that no other text of the survey has and that end like a command, each looked at: they
 * are English, names, or typed so by their authors.
 */
const LOOKED_AT =
  'Jain Brain nine norm able git Hodge gets June Apple square budgets retain vast typical scene breast exists top angle dot upright alpha sum null'
    .toLowerCase()
    .split(' ');

let survey: z.infer<typeof surveySchema>;
/** Folded words of texts that nothing was taken from. */
let words: Set<string>;
/** Passages that the report lists as left verbatim, and names of unknown commands, which it lists as set by their names. */
let left: string[];
let pages: BuiltPage[];

beforeAll(async () => {
  survey = surveySchema.parse(JSON.parse(await readFile(join(site, 'data/survey.json'), 'utf8')));
  const { left_verbatim, unknown_commands } = survey.math;
  left = [
    ...left_verbatim.map(({ text }) => text),
    ...unknown_commands.map(({ command }) => command.slice(1)),
  ];
  const whole = survey.seeds
    .filter(({ format }) => format !== null && !format.startsWith('hugging-face'))
    .map(({ path }) => join(root, 'seeds', path));
  const themes = (await readdir(join(root, 'content/themes'))).map((name) =>
    join(root, 'content/themes', name),
  );
  const texts = await Promise.all([...whole, ...themes].map((file) => readFile(file, 'utf8')));
  pages = await sitePages();
  // Pages of the site's own prose, and names.
  const own = pages.filter(({ path }) => /^\/(?:about|data|search|404)/u.test(path));
  texts.push(...own.map(({ document }) => textOf(document, isQuoted)));
  texts.push(...survey.works.flatMap(({ authors }) => authors.map(({ literal }) => literal)));
  const prose = texts.join('\n').replace(/\$[^$\n]*\$|\\[A-Za-z]+/gu, ' ');
  words = new Set(
    [...LOOKED_AT, ...(prose.match(/[A-Za-z]+/gu) ?? [])].map((w) => w.toLowerCase()),
  );
});

/** What stands in a source as it is, for people who want to see the source. */
const isQuoted = (element: HtmlElement) =>
  isHidden(element) ||
  ['pre', 'code', 'samp'].includes(element.tagName) ||
  hasClass(element, 'seed') ||
  hasClass(element, 'katex');

/** Elements inside a line. */
const INLINE = new Set('a b cite em i mark small span strong sub sup time'.split(' '));

/** The text of a tree, that of neighbouring blocks kept apart. */
function spacedText(node: HtmlNode): string {
  if (isElement(node) && isQuoted(node)) return ' ';
  if (!('childNodes' in node)) return textOf(node);
  const text = node.childNodes.map(spacedText).join('');
  return isElement(node) && INLINE.has(node.tagName) ? text : ` ${text} `;
}

/** COinS carry a paper as a query string. */
const readable = (value: string) =>
  value.startsWith('ctx_ver=') ? [...new URLSearchParams(value).values()].join(' ') : value;

/** The characters of a LaTeX text beside its formulas. */
const unescaped = (latex: string) =>
  latex
    .replace(/\$[^$]*\$/gu, ' ')
    .replace(/\\text(asciicircum|asciitilde|less|greater)\{\}/gu, (_, name: string) =>
      name === 'asciicircum' ? '^' : name === 'less' ? '<' : name === 'greater' ? '>' : '~',
    )
    .replace(
      /\\text[a-z]+\{\}|\\(?:emph|textbf|textit|texttt|textsc|url|href|textbackslash|ldots)\b/gu,
      ' ',
    )
    .replace(/\\([%&_#{}$,])/gu, '$1');

const squeeze = (text: string) => text.replace(/\s+/gu, ' ');

/** Complaints about a text, each with where it is and some words around. */
function complaints(where: string, text: string, scripts: boolean, passages = left): string[] {
  const line = squeeze(text);
  return unexplained(line, strays(line, words, scripts), passages).map(
    ({ run, at }) => `${where}: ${run} in …${line.slice(Math.max(0, at - 40), at + 40)}…`,
  );
}

describe('no stray TeX stands', () => {
  test('in the text of a page, its title, its descriptions and its labels', () => {
    const found = pages.flatMap(({ path, document }) => {
      const all = [...elements(document)];
      const attributes = all.flatMap((element) =>
        isQuoted(element)
          ? []
          : ['content', 'title', 'aria-label', 'alt'].map((name) => attribute(element, name) ?? ''),
      );
      const title = all.find(({ tagName }) => tagName === 'title');
      return [
        ...complaints(path, spacedText(document), true),
        ...complaints(`${path} <title>`, title ? textOf(title) : '', false),
        ...attributes.flatMap((value) => complaints(`${path} attribute`, readable(value), false)),
      ];
    });
    expect(found).toEqual([]);
  });

  test('in feeds and files for programs that hold plain text', async () => {
    const files = (await siteFiles()).filter((file) =>
      /^\/(?:feed|themes|data|papers|llms).*\.(?:xml|json|ris|enw|csv|md|txt)$/u.test(file),
    );
    expect(files.length).toBeGreaterThan(100);
    const found: string[] = [];
    for (const file of files) {
      if (file.includes('/survey.')) continue;
      const text = await readFile(join(site, file), 'utf8');
      const plain = file.endsWith('json')
        ? text.replaceAll('\\n', ' ').replaceAll('\\"', '"')
        : text.replace(/\\([!-/:-@[-`{-~])/gu, file.endsWith('md') ? '$1' : '$&');
      found.push(...complaints(file, plain, false));
    }
    expect(found).toEqual([]);
  });

  test('in the plain text of a work, and none but math in its LaTeX', () => {
    const leftInLatex = left.map((value) => squeeze(unescaped(toLatex([{ type: 'text', value }]))));
    const found = survey.works.flatMap(({ permalink, title, abstract }) =>
      [title, ...(abstract ? [abstract] : [])].flatMap(({ plain, latex }) => [
        ...complaints(`${permalink} plain`, plain, false),
        ...complaints(`${permalink} LaTeX`, unescaped(latex), false, leftInLatex),
      ]),
    );
    expect(found).toEqual([]);
  });
});

describe('what counts as stray', () => {
  const prose = new Set('a space the times of title in into norm'.split(' '));
  const found = (text: string) => strays(text, prose, true).map(({ run }) => run);

  test('is what stripping leaves of a formula', () => {
    expect(found('Min R^{mtimes n} Omegasubseteq [m]times')).toEqual([
      'Min',
      'mtimes',
      'Omegasubseteq',
      'R^{',
    ]);
    expect(found('varepsilon $x$ \\% UV^top p_t(x)')).toEqual([
      'varepsilon',
      'top',
      '$',
      '$',
      '\\%',
      'V^t',
      'p_t',
    ]);
  });

  test('is not prose, a price, an address or a name', () => {
    expect(found('32 times the title of norm, $5, https://a.example/x_y, MoGU_v2')).toEqual([]);
  });

  test('is explained by a passage that holds it, and by no other', () => {
    const text = 'a V_{SP}lrarv V_{PQ} and x_{a}';
    const all = strays(text, prose, true);
    expect(unexplained(text, all, ['V_{SP}lrarv V_{PQ}']).map(({ run }) => run)).toEqual(['x_{']);
    expect(unexplained(text, all, [])).toEqual(all);
  });
});
