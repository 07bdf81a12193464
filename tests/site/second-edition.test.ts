import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseXml, XmlElement } from '@rgrove/parse-xml';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type PublishedSurvey, publishedSurveySchema } from '../../src/model/index.ts';
import { brokenLinks } from './addresses.ts';
import { difference, type Line, printed } from './changes.ts';
import { htmlErrors } from './html-errors.ts';
import { attribute, type BuiltPage, elements, siteFiles, sitePages } from './pages.ts';
import { type SmallSurvey, smallSurvey } from './small-survey.ts';
import { schemaErrors } from './xml-schemas.ts';

const address = 'https://example.org/walks/';

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
  await survey.write('content/site.yaml', `title: Walks\nurl: ${address}\n`);
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
- removed: themes/groves
  reason: Nothing is left to say of them.
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
});
afterAll(() => survey.dispose());

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
    expect(printed(pages, '2026-02')).toEqual(expected);
  });

  test('says of the first edition that everything in the data is new', () => {
    expect(printed(pages, '2026-01')['Added']?.map(({ path }) => path)).toEqual(
      before.works.map(({ permalink }) => `/papers/${permalink}/`).sort(),
    );
  });
});

describe('ResourceSync', () => {
  const read = (name: string) => readFile(join(site, 'resourcesync', name), 'utf8');
  /** Addresses of a document below the first page, each with an attribute of its `rs:md`. */
  async function entriesOf(name: string, attribute: string) {
    const root = parseXml(await read(name)).root;
    return (root?.children ?? []).flatMap((url) => {
      if (!(url instanceof XmlElement) || url.name !== 'url') return [];
      const parts = url.children.filter((each) => each instanceof XmlElement);
      const path = parts.find((part) => part.name === 'loc')?.text.replace(address, '/') ?? '';
      return [[path, parts.find((part) => part.name === 'rs:md')?.attributes[attribute] ?? '']];
    });
  }

  test('has documents that obey their schema and lead from one to the next', async () => {
    const names = await readdir(join(site, 'resourcesync'));
    expect(names).toHaveLength(4);
    for (const name of names)
      expect(await schemaErrors('resourcesync', await read(name)), name).toEqual([]);
    const data = pages.find(({ path }) => path === '/data/');
    const [begin] = [...(data ? elements(data.document) : [])].filter(
      (each) => attribute(each, 'rel') === 'resourcesync',
    );
    expect(begin && attribute(begin, 'href')).toBe('../resourcesync/capabilitylist.xml');
    expect(await entriesOf('description.xml', 'capability')).toEqual([
      ['/resourcesync/capabilitylist.xml', 'capabilitylist'],
    ]);
    expect(await entriesOf('capabilitylist.xml', 'capability')).toEqual([
      ['/resourcesync/resourcelist.xml', 'resourcelist'],
      ['/resourcesync/changelist.xml', 'changelist'],
    ]);
  });

  test('lists the papers and themes of the data', async () => {
    const listed = await entriesOf('resourcelist.xml', 'capability');
    expect(listed.map(([path]) => path)).toEqual(
      [
        ...after.works.map(({ permalink }) => `/papers/${permalink}/`),
        ...after.themes.map(({ slug }) => `/themes/${slug}/`),
      ].sort(),
    );
  });

  test('tells of the same changes as the difference of the data', async () => {
    const { Added, Changed, Merged, Withdrawn, ...themes } = difference(before, after);
    const removed = before.themes.filter(
      ({ slug }) => !after.themes.some((theme) => theme.slug === slug),
    );
    const paths = (...lists: (Line[] | undefined)[]) =>
      lists.flatMap((lines) => (lines ?? []).map(({ path }) => path));
    const expected = [
      ...before.works.map(({ permalink }) => [`/papers/${permalink}/`, 'created', '2026-01']),
      ...before.themes.map(({ slug }) => [`/themes/${slug}/`, 'created', '2026-01']),
      ...paths(Added, themes['Themes added']).map((path) => [path, 'created', '2026-02']),
      ...paths(Changed, themes['Themes revised']).map((path) => [path, 'updated', '2026-02']),
      ...paths(Merged, Withdrawn).map((path) => [path, 'deleted', '2026-02']),
      ...removed.map(({ slug }) => [`/themes/${slug}/`, 'deleted', '2026-02']),
    ];
    const kinds = await entriesOf('changelist.xml', 'change');
    const times = await entriesOf('changelist.xml', 'datetime');
    const told = kinds.map(([path, kind], index) => [path, kind, times[index]?.[1]?.slice(0, 7)]);
    expect(told.toSorted()).toEqual(expected.toSorted());
    expect(times.map(([, time]) => time)).toEqual(times.map(([, time]) => time).toSorted());
  });
});

describe('the survey as it was in an edition', () => {
  const pageAt = (path: string) => {
    const page = pages.find((each) => each.path === path);
    return page && [...elements(page.document)];
  };

  test('stays on a page with the papers of then, to which the pages of now lead', () => {
    const ids = (pageAt('/editions/2026-01/') ?? []).map((each) => attribute(each, 'id'));
    expect(ids).toEqual(expect.arrayContaining(before.works.map(({ permalink }) => permalink)));
    for (const path of ['/editions/', '/papers/arxiv-2501.00001/', '/themes/woods/']) {
      const links = (pageAt(path) ?? []).map((each) => attribute(each, 'href') ?? '');
      expect(
        links.some((href) => href.includes('editions/2026-01/') || href === '2026-01/'),
        path,
      ).toBe(true);
    }
  });

  test('is the archive that the release wrote', async () => {
    const archive = await readFile(join(site, 'editions/2026-01/edition.zip'));
    expect(
      archive.equals(await readFile(join(survey.folders.content, 'editions/2026-01.zip'))),
    ).toBe(true);
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
