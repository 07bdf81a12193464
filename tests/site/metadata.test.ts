import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type PublishedSurvey, publishedSurveySchema } from '../../src/model/index.ts';
import { displayName } from '../../src/text/index.ts';
import { attribute, type BuiltPage, elements, hasClass, site, sitePages, textOf } from './pages.ts';
import { readVocabulary } from './schema-org.ts';
import { contextItems, embeddedItems, metasOf } from './zotero.ts';

let pages: Map<string, BuiltPage>;
let survey: PublishedSurvey;

const read = (file: string) => readFile(join(site, file), 'utf8');

beforeAll(async () => {
  pages = new Map((await sitePages()).map((page) => [page.path, page]));
  survey = publishedSurveySchema.parse(JSON.parse(await read('data/survey.json')));
});

function pageOf(path: string): BuiltPage {
  const page = pages.get(path);
  if (!page) throw new Error(`no page ${path}`);
  return page;
}

/** Item types of Zotero for the types of the shipped survey. */
const zoteroTypes = new Map<string, string>([
  ['article', 'preprint'],
  ['article-journal', 'journalArticle'],
  ['paper-conference', 'conferencePaper'],
  ['document', 'document'],
]);

type PublishedWork = PublishedSurvey['works'][number];

const identifierOf = (work: PublishedWork, wanted: string) =>
  work.identifiers.find(({ scheme }) => scheme === wanted)?.value ?? '';

/** A name in the parts that a reference manager keeps. */
function partsOf({ literal, given, particle, family, suffix }: PublishedWork['authors'][number]) {
  return family === undefined
    ? { lastName: literal, firstName: '' }
    : {
        lastName: [particle, family].filter(Boolean).join(' '),
        firstName: [given, suffix].filter(Boolean).join(' '),
      };
}

/** Tags of which a second one would make two values of one field. */
const SINGLE = [
  'z:itemType',
  'citation_title',
  'citation_publication_date',
  'citation_doi',
  'citation_arxiv_id',
  'citation_abstract',
  'citation_public_url',
];

describe('Zotero', () => {
  test('saves each paper’s page as one item of its type with its container, all authors, date, abstract, arXiv id and DOI', () => {
    expect(survey.works.length).toBeGreaterThanOrEqual(160);
    expect(survey.works.filter((work) => identifierOf(work, 'doi') !== '').length).toBeGreaterThan(
      10,
    );
    for (const work of survey.works) {
      const page = pageOf(`/papers/${work.permalink}/`);
      const arxiv = identifierOf(work, 'arxiv');
      expect(embeddedItems(page)).toEqual([
        {
          itemType: zoteroTypes.get(work.publication.type),
          title: work.title.plain,
          creators: work.authors.map(partsOf),
          date: work.issued ?? '',
          abstractNote: work.abstract?.plain ?? expect.any(String),
          DOI: identifierOf(work, 'doi'),
          publicationTitle: work.publication.container_title ?? '',
          archiveID: arxiv && work.publication.is_preprint ? `arXiv:${arxiv}` : '',
          repository: arxiv && work.publication.is_preprint ? 'arXiv' : '',
          url: work.url,
        },
      ]);
      const metas = metasOf(page);
      for (const name of SINGLE) {
        expect(metas.get(name)?.length ?? 1, `${name} of ${work.permalink}`).toBe(1);
      }
      const namespace = [...elements(page.document)].find(
        (each) => attribute(each, 'rel') === 'schema.z',
      );
      expect(namespace && attribute(namespace, 'href')).toBe(
        'http://www.zotero.org/namespaces/export#',
      );
    }
  });

  test('finds every paper of every list, each once and with its authors', () => {
    const works = new Map(survey.works.map((work) => [work.url, work]));
    const lists = [...pages.values()].filter(({ path }) =>
      /^\/(?:papers\/(?:page\/\d+\/|venue\/.+|with-code\/.*)?|authors\/(?!letter\/)[^/]+\/)$/.test(
        path,
      ),
    );
    expect(lists.length).toBeGreaterThan(survey.works.length);
    for (const page of lists) {
      const printed = [...elements(page.document)]
        .filter((each) => each.tagName === 'li' && hasClass(each, 'entry'))
        .flatMap((entry) => [...elements(entry)].find((each) => each.tagName === 'a') ?? [])
        .map(
          (each) =>
            new URL(attribute(each, 'href') ?? '', `${survey.site.url}${page.path.slice(1)}`).href,
        );
      expect(printed.length, page.path).toBeGreaterThan(0);
      const items = contextItems(page);
      expect(
        items.map(({ url }) => url),
        page.path,
      ).toEqual(printed);
      for (const item of items) {
        const work = works.get(item.url);
        if (!work) throw new Error(`${page.path} lists ${item.url}, which the survey has not`);
        const names = work.authors.map(partsOf);
        // One of hundreds of authors: their pages name the first fifty of them.
        const shortened = page.path.startsWith('/authors/') && names.length > 50;
        expect(item).toMatchObject({
          itemType: zoteroTypes.get(work.publication.type),
          publicationTitle: work.publication.container_title ?? '',
          title: work.title.plain,
          creators: shortened
            ? [...names.slice(0, 50), { lastName: 'others', firstName: '' }]
            : names,
          date: work.issued ?? '',
          DOI: identifierOf(work, 'doi'),
        });
      }
    }
    for (const theme of survey.themes) {
      const urls = contextItems(pageOf(`/themes/${theme.slug}/`)).map(({ url }) => url);
      expect(urls).toEqual(
        theme.works.map((permalink) => `${survey.site.url}papers/${permalink}/`),
      );
    }
    const all = lists.filter(({ path }) => /^\/papers\/(?:page\/\d+\/)?$/.test(path));
    expect(all.flatMap((page) => contextItems(page).map(({ url }) => url)).sort()).toEqual(
      [...works.keys()].sort(),
    );
  });
});

const thing = z.looseObject({ '@type': z.string() });
const graph = z.object({ '@context': z.literal('https://schema.org'), '@graph': z.array(thing) });

/** The descriptions in a page's JSON-LD. */
function thingsOf(page: BuiltPage): z.infer<typeof thing>[] {
  return [...elements(page.document)]
    .filter((each) => attribute(each, 'type') === 'application/ld+json')
    .flatMap((each) => graph.parse(JSON.parse(textOf(each)))['@graph']);
}

describe('JSON-LD', () => {
  test('uses types and properties of schema.org as its vocabulary defines them, on every page', async () => {
    const vocabulary = await readVocabulary();
    const found = [...pages.values()].flatMap((page) =>
      thingsOf(page).flatMap((each) => vocabulary.errors(each, page.path)),
    );
    expect(found).toEqual([]);
    const [article] = thingsOf(pageOf(`/papers/${survey.works[0]?.permalink}/`));
    const wrong = { ...article, termCode: 'x', author: 'A. Uthor', about: { '@type': 'Sonnet' } };
    expect(vocabulary.errors(wrong, 'wrong')).toEqual([
      'wrong ScholarlyArticle.author is a description, not A. Uthor',
      'wrong ScholarlyArticle.about is no Sonnet',
      'wrong ScholarlyArticle.about: there is no type Sonnet',
      'wrong ScholarlyArticle.termCode: ScholarlyArticle has no such property',
    ]);
  });

  test('describes each paper as a ScholarlyArticle that stands in a BreadcrumbList', () => {
    for (const work of survey.works) {
      const [article, crumbs] = thingsOf(pageOf(`/papers/${work.permalink}/`));
      expect(article).toMatchObject({
        '@type': work.publication.type === 'document' ? 'CreativeWork' : 'ScholarlyArticle',
        name: work.title.plain,
        url: work.url,
        ...(work.issued ? { datePublished: work.issued } : {}),
        ...(work.authors.length > 0
          ? {
              author: work.authors.map((name) => ({
                '@type': name.family
                  ? 'Person'
                  : expect.stringMatching(/^(?:Person|Organization)$/),
                name: displayName(name),
              })),
            }
          : {}),
      });
      expect(crumbs).toMatchObject({
        '@type': 'BreadcrumbList',
        itemListElement: [{ position: 1 }, { position: 2 }, { position: 3, item: work.url }],
      });
    }
  });

  test('describes themes as DefinedTerms and the survey as a Dataset in a DataCatalog', () => {
    for (const theme of survey.themes) {
      expect(thingsOf(pageOf(`/themes/${theme.slug}/`))[0]).toMatchObject({
        '@type': 'DefinedTerm',
        name: theme.label,
      });
    }
    for (const path of ['/', '/data/']) {
      expect(thingsOf(pageOf(path))[0]).toMatchObject({
        '@type': 'DataCatalog',
        dataset: { '@type': 'Dataset', license: survey.site.licence.url },
      });
    }
  });

  test('names nothing but files of the site as downloads', async () => {
    const catalog = z
      .looseObject({
        dataset: z.looseObject({ distribution: z.array(z.looseObject({ contentUrl: z.url() })) }),
      })
      .parse(thingsOf(pageOf('/data/'))[0]);
    for (const { contentUrl } of catalog.dataset.distribution) {
      expect(contentUrl.startsWith(survey.site.url)).toBe(true);
      expect(await read(contentUrl.slice(survey.site.url.length))).not.toBe('');
    }
  });
});

const licencesOn = (path: string) =>
  [...elements(pageOf(path).document)]
    .filter((each) => each.tagName === 'a' && attribute(each, 'rel') === 'license')
    .map((each) => attribute(each, 'href') ?? '');

test('pages with the survey’s own text name its licence as theirs', () => {
  const { url } = survey.site.licence;
  for (const path of ['/', '/about/', '/themes/']) expect(licencesOn(path)).toContain(url);
});

test('Signposting leads from each paper to its permalink, its metadata and its authors, and claims no licence for it', () => {
  for (const work of survey.works) {
    const links = [...elements(pageOf(`/papers/${work.permalink}/`).document)].filter(
      (each) => each.tagName === 'link',
    );
    const to = (rel: string) =>
      links
        .filter((each) => attribute(each, 'rel') === rel)
        .map((each) => attribute(each, 'href') ?? '');
    expect(to('cite-as')).toEqual([work.url]);
    // The survey's licence is of its own text, not of other people's abstracts.
    expect(to('license')).toEqual([]);
    expect(licencesOn(`/papers/${work.permalink}/`)).toEqual([]);
    expect(to('type')).toContain('https://schema.org/ScholarlyArticle');
    expect(to('describedby')).toEqual(
      expect.arrayContaining(['cite.bib', 'cite.ris', 'cite.json']),
    );
    expect(to('author').length > 0).toBe(work.authors.length > 0);
    expect(to('canonical')).toEqual([work.url]);
    expect(to('cite-as')).toEqual(to('canonical'));
  }
});

/** A set of links as RFC 9264 (section 4.2) has it in JSON. */
const linkSetSchema = z.strictObject({
  linkset: z.array(
    z.object({ anchor: z.url() }).catchall(
      z.array(
        z.strictObject({
          href: z.url(),
          type: z.string().optional(),
          title: z.string().optional(),
        }),
      ),
    ),
  ),
});

const linksIn = async (file: string) =>
  new Map(
    linkSetSchema
      .parse(JSON.parse(await read(file)))
      .linkset.map(({ anchor, ...links }) => [anchor, links]),
  );

test('the set of links of each paper says what the head of its page says, and what its records describe', async () => {
  for (const work of survey.works) {
    const page = pageOf(`/papers/${work.permalink}/`);
    const address = `${survey.site.url}papers/${work.permalink}/`;
    const links = [...elements(page.document)].filter((each) => each.tagName === 'link');
    const to = (rel: string) =>
      links
        .filter((each) => attribute(each, 'rel') === rel)
        .map((each) => new URL(attribute(each, 'href') ?? '', address).href);
    const [set = ''] = to('linkset');
    const contexts = await linksIn(set.slice(survey.site.url.length));
    const own = contexts.get(address) ?? {};
    const said = Object.entries(own).map(([rel, targets]) => [
      rel,
      targets.map(({ href }) => href),
    ]);
    expect(Object.fromEntries(said)).toEqual({
      collection: [survey.site.url],
      ...Object.fromEntries(
        ['cite-as', 'author', 'item', 'type', 'describedby'].flatMap((rel) =>
          to(rel).length === 0 ? [] : [[rel, to(rel)]],
        ),
      ),
    });
    for (const record of to('describedby'))
      expect(contexts.get(record)).toEqual({ describes: [{ href: address }] });
  }
});

test('the set of links of the survey has its papers, its data and its licence', async () => {
  const own = (await linksIn('data/linksets/survey.json')).get(survey.site.url);
  expect(own?.['license']).toEqual([{ href: survey.site.licence.url }]);
  expect(own?.['item']?.map(({ href }) => href)).toEqual(survey.works.map(({ url }) => url));
  for (const { href } of own?.['describedby'] ?? [])
    expect(await read(href.slice(survey.site.url.length))).not.toBe('');
});

test('survey.json obeys the JSON Schema published beside it, which obeys its own draft', async () => {
  const ajv = new Ajv2020({ allErrors: true });
  const schema: object = JSON.parse(await read('data/survey.schema.json'));
  expect(await ajv.validateSchema(schema), ajv.errorsText()).toBe(true);
  const validate = ajv.compile(schema);
  validate(JSON.parse(await read('data/survey.json')));
  expect(validate.errors).toBeNull();
});

test('every page for readers has an Open Graph card of its own site', async () => {
  const card = await readFile(join(site, 'card.png'));
  expect(card.subarray(1, 4).toString('latin1')).toBe('PNG');
  for (const page of pages.values()) {
    const { path, document } = page;
    // A page that only leads elsewhere is not for sharing.
    if (path.startsWith('/id/') || metasOf(page).get('robots')?.includes('noindex')) continue;
    const properties = new Map(
      [...elements(document)].map((each) => [
        attribute(each, 'property') ?? '',
        attribute(each, 'content'),
      ]),
    );
    expect(properties.get('og:url'), path).toBe(
      attribute(
        [...elements(document)].find((each) => attribute(each, 'rel') === 'canonical') ??
          expect.fail(`${path} has no canonical address`),
        'href',
      ),
    );
    for (const name of ['og:title', 'og:description', 'og:type', 'og:url', 'og:image']) {
      expect(properties.get(name), `${path} ${name}`).toBeTruthy();
    }
    expect(properties.get('og:image')).toBe(`${survey.site.url}card.png`);
  }
});
