import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type PublishedSurvey,
  publishedSurveySchema,
  type PublishedWork,
} from '../../src/model/index.ts';
import { brokenLinks } from './addresses.ts';
import { htmlErrors } from './html-errors.ts';
import {
  attribute,
  type BuiltPage,
  elements,
  type HtmlElement,
  siteFiles,
  sitePages,
  textOf,
} from './pages.ts';
import { type SmallSurvey, smallSurvey } from './small-survey.ts';

const abstractOf = (subject: string) =>
  `We walk in ${subject} and count what we see. In ${subject} there is more to see than elsewhere, and we say why: ${subject} was left alone for ${subject.length} years. Our notes on ${subject} are public.`;

/** An entry of BibTeX; `more` are fields beside title and abstract. */
const entry = (key: string, title: string, subject: string, more: string) =>
  `@article{${key},\n  title = {${title}},\n  abstract = {${abstractOf(subject)}},\n  ${more}\n}\n`;

const arxiv = (number: number) =>
  `eprint = {2501.0000${number}}, archiveprefix = {arXiv}, primaryclass = {cs.CY}`;

const alder = entry('alder', 'Walks among alders', 'alder woods', arxiv(1));
const birch = entry(
  'birch',
  'Walks among birches',
  'birch groves',
  'author = {Ada Long and Ben Short}, year = {2023}',
);
const cedar = entry('cedar', 'Walks among cedars', 'cedar slopes', arxiv(3));
const dogwood = entry('dogwood', 'Dogwood, revisited', 'dogwood hedges', arxiv(4));
const elder = entry('elder', 'Elders of the hedge', 'elder hedges', 'doi = {10.1000/elder}');
const fir = entry('fir', 'A fir stands alone', 'fir stands', arxiv(6));
const gorse = entry('gorse', 'Gorse in flower', 'gorse moors', 'year = {2024}');

const theme = (label: string, term: string, prose: string) =>
  `---\nlabel: ${label}\ntagline: ${label}, walked.\nscopeNote: What grows there.\nrules:\n  terms: [{ term: ${term}, weight: 3 }]\n---\n\n${prose}\n`;

let survey: SmallSurvey;
let before: PublishedSurvey;
let after: PublishedSurvey;
let site: string;
let pages: BuiltPage[];

const dataOf = async (folder: string) =>
  publishedSurveySchema.parse(JSON.parse(await readFile(join(folder, 'data/survey.json'), 'utf8')));

beforeAll(async () => {
  survey = await smallSurvey();
  await survey.write('content/site.yaml', 'title: Walks\nurl: https://example.org/walks/\n');
  await survey.write('content/themes/woods.mdx', theme('Woods', 'woods', 'Woods are dark.'));
  await survey.write('content/themes/groves.mdx', theme('Groves', 'groves', 'Groves are light.'));
  await survey.write('content/themes/slopes.mdx', theme('Slopes', 'slopes', 'Slopes are steep.'));
  await survey.write('seeds/list.bib', [alder, birch, cedar, dogwood, elder, fir].join('\n'));
  expect(await survey.florilegium('release', '--edition', '2026-01')).toMatchObject({ code: 0 });
  before = await dataOf(await survey.build());

  await survey.write(
    'seeds/list.bib',
    [
      alder.replace('Walks among alders', 'Long walks among alders'),
      birch
        .replace('Ben Short', 'Ben Short and Cy Tall')
        .replace('2023', '2022')
        .replace('year =', 'journal = {Journal of Walks}, doi = {10.1000/birch}, year ='),
      cedar,
      dogwood.replace('count what we see', 'count $n^{2}$ things'),
      elder,
      fir,
      gorse,
    ].join('\n'),
  );
  await survey.write(
    'content/corrections/all.yaml',
    `- merge: [{ arxiv: '2501.00004' }, { doi: 10.1000/elder }]
  reason: Dogwood and elder are one hedge.
- exclude: { arxiv: '2501.00006' }
  reason: Nobody walked there.
- match: { arxiv: '2501.00003' }
  set: { code_url: https://example.org/code, comment: 12 pages, categories: [cs.CY, cs.SI] }
  reason: As the authors say.
  evidence: [https://example.org/]
`,
  );
  await survey.write('content/themes/woods.mdx', theme('Woods', 'woods', 'Woods are green.'));
  await survey.delete('content/themes/groves.mdx');
  await survey.write('content/themes/moors.mdx', theme('Moors', 'moors', 'Moors are wide.'));
  expect(await survey.florilegium('release', '--edition', '2026-02')).toMatchObject({ code: 0 });
  site = await survey.build();
  after = await dataOf(site);
  pages = await sitePages(site);
}, 180_000);
afterAll(() => survey.dispose());

/** What the page of changes calls the fields of a paper, and where the data has them. */
const fields: Record<string, (work: PublishedWork) => unknown> = {
  title: (work) => work.title,
  authors: (work) => [work.authors, work.authors_incomplete, work.author_count],
  abstract: (work) => work.abstract,
  date: (work) => [work.issued, work.issued_year_inferred],
  venue: (work) => work.venue,
  'journal reference': (work) => work.journal_ref,
  'subject classes': (work) => work.categories,
  comment: (work) => work.comment,
  code: (work) => work.code_url,
  identifiers: (work) => work.identifiers,
  themes: (work) => work.themes.map(({ slug }) => slug).sort(),
};

/** One line of a list of changes: what it speaks of, and what it says. */
interface Line {
  title: string;
  path: string;
  /** In the order of the alphabet. */
  note: string[];
}

type Lists = Record<string, Line[]>;

const inOrder = (lines: Line[]) =>
  lines
    .map((line) => ({ ...line, note: line.note.toSorted() }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));

/** The difference of two data files, in the lists in which the page of changes has it. */
function difference(from: PublishedSurvey, to: PublishedSurvey): Lists {
  const had = new Map(from.works.map((work) => [work.permalink, work]));
  const left = new Set(from.departed.map(({ permalink }) => permalink));
  const themed = new Map(from.themes.map((each) => [each.slug, each]));
  const paper = (permalink: string, { plain }: { plain: string }, note: string[] = []) => ({
    title: plain,
    path: `/papers/${permalink}/`,
    note,
  });
  const topic = ({ slug, label }: { slug: string; label: string }) => ({
    title: label,
    path: `/themes/${slug}/`,
    note: [],
  });
  const lists: Lists = {
    Added: to.works
      .filter(({ permalink }) => !had.has(permalink) && !left.has(permalink))
      .map(({ permalink, title }) => paper(permalink, title)),
    Changed: to.works.flatMap((work) => {
      const old = had.get(work.permalink);
      if (old === undefined) return [];
      const changed = Object.entries(fields)
        .filter(([, value]) => JSON.stringify(value(old)) !== JSON.stringify(value(work)))
        .map(([name]) => name);
      if (changed.length === 0) return [];
      const earlier = old.title.plain === work.title.plain ? [] : [old.title.plain];
      return [paper(work.permalink, work.title, [...changed, ...earlier])];
    }),
    Merged: to.departed.flatMap((each) =>
      each.status === 'merged' && !left.has(each.permalink)
        ? [paper(each.permalink, { plain: each.title }, [each.into, each.reason])]
        : [],
    ),
    Withdrawn: to.departed.flatMap((each) =>
      each.status === 'withdrawn' && !left.has(each.permalink)
        ? [paper(each.permalink, { plain: each.title }, [each.reason])]
        : [],
    ),
    'Themes added': to.themes.filter(({ slug }) => !themed.has(slug)).map(topic),
    'Themes revised': to.themes
      .filter(({ slug, digest }) => themed.has(slug) && themed.get(slug)?.digest !== digest)
      .map(topic),
    'Themes removed': from.themes
      .filter(({ slug }) => !to.themes.some((each) => each.slug === slug))
      .map((each) => ({ ...topic(each), path: '' })),
  };
  return Object.fromEntries(
    Object.entries(lists)
      .filter(([, lines]) => lines.length > 0)
      .map(([name, lines]) => [name, inOrder(lines)]),
  );
}

const words = (element: HtmlElement | undefined) =>
  element === undefined ? '' : textOf(element).replace(/\s+/g, ' ').trim();

/** The parts of a note on the page of changes. */
function partsOf(list: string, note: string): string[] {
  if (note === '') return [];
  if (list === 'Merged') return /^Into (\S+)\. (.+)$/.exec(note)?.slice(1) ?? [note];
  if (list !== 'Changed') return [note];
  const [changed = '', ...earlier] = note.split('; before: ');
  return [...changed.toLowerCase().split(/, | and /), ...earlier];
}

/** The lists under a heading of the page of changes. */
function printed(id: string): Lists {
  const page = pages.find(({ path }) => path === '/changes/');
  if (page === undefined) throw new Error('there is no page of changes');
  const section = [...elements(page.document)].find(
    (each) => each.tagName === 'section' && attribute(each, 'aria-labelledby') === id,
  );
  if (section === undefined) throw new Error(`the page of changes says nothing of ${id}`);
  const lists: Lists = {};
  for (const fold of elements(section)) {
    if (fold.tagName !== 'details') continue;
    const inside = [...elements(fold)];
    const summary = inside.find(({ tagName }) => tagName === 'summary');
    const lines = inside.filter(({ tagName }) => tagName === 'li');
    const [, label = '', count] = /^(.+?)(\d+) (?:paper|theme)s?$/.exec(words(summary)) ?? [];
    expect(Number(count)).toBe(lines.length);
    const name = label.trim();
    lists[name] = lines.map((line) => {
      const parts = [...elements(line)];
      const link = parts.find(({ tagName }) => tagName === 'a');
      const href = link && attribute(link, 'href');
      const note = words(parts.find(({ tagName }) => tagName === 'small'));
      return {
        title: words(link ?? line),
        path: href === undefined ? '' : new URL(href, 'https://site.test/changes/').pathname,
        note: partsOf(name, note).sort(),
      };
    });
  }
  return lists;
}

describe('the page of changes', () => {
  test('says of the second edition what differs in the data', () => {
    const expected = difference(before, after);
    expect(Object.keys(expected)).toEqual([
      'Added',
      'Changed',
      'Merged',
      'Withdrawn',
      'Themes added',
      'Themes revised',
      'Themes removed',
    ]);
    expect(printed('2026-02')).toEqual(expected);
  });

  test('says of the first edition that everything in the data is new', () => {
    expect(printed('2026-01')['Added']?.map(({ path }) => path)).toEqual(
      before.works.map(({ permalink }) => `/papers/${permalink}/`).sort(),
    );
  });
});

describe('a site with merged and withdrawn papers', () => {
  test('has pages for them that are valid HTML, as all others', async () => {
    const paths = after.departed.map(({ permalink }) => `/papers/${permalink}/`);
    expect(paths).toHaveLength(2);
    expect(pages.map(({ path }) => path)).toEqual(expect.arrayContaining(paths));
    expect(await htmlErrors(pages)).toEqual([]);
  });

  test('has no broken link', async () => {
    expect(brokenLinks(pages, await siteFiles(site))).toEqual([]);
  });
});
