import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type PublishedSurvey, publishedSurveySchema } from '../../src/model/index.ts';
import { attribute, type BuiltPage, elements, hasClass, site, sitePages, textOf } from './pages.ts';

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

/** Values of `<meta name>` in order, by name. */
function metasOf(page: BuiltPage): Map<string, string[]> {
  const metas = new Map<string, string[]>();
  for (const element of elements(page.document)) {
    const name = element.tagName === 'meta' ? attribute(element, 'name') : undefined;
    const content = attribute(element, 'content');
    if (name === undefined || content === undefined) continue;
    const known = metas.get(name);
    if (known) known.push(content);
    else metas.set(name, [content]);
  }
  return metas;
}

/** An item as Zotero makes it of a page's embedded metadata. */
interface ZoteroItem {
  itemType: string;
  title: string;
  creators: string[];
  date: string;
  abstractNote: string;
  DOI: string;
  archiveID: string;
  repository: string;
  url: string;
}

/**
 * The rules Zotero documents for embedded metadata (https://www.zotero.org/support/dev/exposing_metadata): a declared
 * `z:itemType` decides the type, Highwire tags fill the fields, and the base fields number and publisher of a preprint
 * are its archive identifier and repository.
 */
function zoteroItem(page: BuiltPage): ZoteroItem {
  const metas = metasOf(page);
  const one = (name: string) => metas.get(name)?.join(', ') ?? '';
  const guessed = one('citation_journal_title') ? 'journalArticle' : 'report';
  return {
    itemType: one('z:itemType') || guessed,
    title: one('citation_title'),
    // `Family, Given` is turned round; a name without a comma has no parts.
    creators: (metas.get('citation_author') ?? []).map((name) =>
      name.split(', ').toReversed().join(' '),
    ),
    date: one('citation_publication_date'),
    abstractNote: one('citation_abstract') || one('description'),
    DOI: one('citation_doi'),
    archiveID: one('citation_technical_report_number'),
    repository: one('citation_technical_report_institution'),
    url: one('citation_public_url'),
  };
}

describe('Zotero', () => {
  test('saves each paper’s page as one preprint with all authors, date, abstract, arXiv id and DOI', () => {
    const withDoi = survey.works.filter(({ identifiers }) =>
      identifiers.some(({ scheme }) => scheme === 'doi'),
    );
    const chosen = [...withDoi.slice(0, 10), ...survey.works.slice(0, 10)];
    expect(chosen).toHaveLength(20);
    for (const work of survey.works) {
      const item = zoteroItem(pageOf(`/papers/${work.permalink}/`));
      const value = (scheme: string) =>
        work.identifiers.find((identifier) => identifier.scheme === scheme)?.value;
      const arxiv = value('arxiv');
      expect(item).toEqual({
        itemType: 'preprint',
        title: work.title.plain,
        creators: work.authors.map(({ literal }) => literal),
        date: work.issued?.replaceAll('-', '/') ?? '',
        abstractNote: work.abstract?.plain ?? item.abstractNote,
        DOI: value('doi') ?? '',
        archiveID: arxiv ? `arXiv:${arxiv}` : '',
        repository: arxiv ? 'arXiv' : '',
        url: work.url,
      });
    }
  });

  test('finds every paper of a list, and none twice', () => {
    const listed = new Map<string, string[]>();
    for (const { path, document } of pages.values()) {
      const spans = [...elements(document)].filter((each) => hasClass(each, 'Z3988'));
      if (spans.length === 0) continue;
      listed.set(
        path,
        spans.map((each) => {
          const context = new URLSearchParams(attribute(each, 'title'));
          expect(context.get('ctx_ver')).toBe('Z39.88-2004');
          expect(context.get('rft.type')).toBe('preprint');
          return context.get('rft.title') ?? '';
        }),
      );
    }
    const all = [...listed].filter(([path]) => /^\/papers\/(?:page\/\d+\/)?$/.test(path));
    expect(all.flatMap(([, titles]) => titles).sort()).toEqual(
      survey.works.map(({ title }) => title.plain).sort(),
    );
    for (const theme of survey.themes) {
      expect(listed.get(`/themes/${theme.slug}/`)?.length ?? 0).toBe(theme.works.length);
    }
    expect([...listed.keys()].some((path) => path.startsWith('/papers/arxiv-'))).toBe(false);
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
  test('describes each paper as a ScholarlyArticle that stands in a BreadcrumbList', () => {
    for (const work of survey.works) {
      const [article, crumbs] = thingsOf(pageOf(`/papers/${work.permalink}/`));
      expect(article).toMatchObject({
        '@type': 'ScholarlyArticle',
        name: work.title.plain,
        url: work.url,
        ...(work.issued ? { datePublished: work.issued } : {}),
        ...(work.authors.length > 0
          ? { author: work.authors.map(({ literal }) => ({ '@type': 'Person', name: literal })) }
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

test('Signposting leads from each paper to its permalink, its metadata, its authors and its licence', () => {
  for (const work of survey.works) {
    const links = [...elements(pageOf(`/papers/${work.permalink}/`).document)].filter(
      (each) => each.tagName === 'link',
    );
    const to = (rel: string) =>
      links
        .filter((each) => attribute(each, 'rel') === rel)
        .map((each) => attribute(each, 'href') ?? '');
    expect(to('cite-as')).toEqual([work.url]);
    expect(to('license')).toEqual([survey.site.licence.url]);
    expect(to('type')).toContain('https://schema.org/ScholarlyArticle');
    expect(to('describedby')).toEqual(
      expect.arrayContaining(['cite.bib', 'cite.ris', 'cite.json']),
    );
    expect(to('author').length > 0).toBe(work.authors.length > 0);
  }
});

test('survey.json obeys the JSON Schema published beside it', async () => {
  const validate = new Ajv2020({ allErrors: true }).compile(
    JSON.parse(await read('data/survey.schema.json')),
  );
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
    for (const name of ['og:title', 'og:description', 'og:type', 'og:url', 'og:image']) {
      expect(properties.get(name), `${path} ${name}`).toBeTruthy();
    }
    expect(properties.get('og:image')).toBe(`${survey.site.url}card.png`);
  }
});
