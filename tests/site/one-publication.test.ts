import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import papaparse from 'papaparse';
import { beforeAll, describe, expect, test } from 'vitest';
import { type PublishedSurvey, publishedSurveySchema } from '../../src/model/index.ts';
import { type BuiltPage, site, sitePages } from './pages.ts';
import { contextItems, metasOf } from './zotero.ts';

type PublishedWork = PublishedSurvey['works'][number];

/** What one place says of a paper's publication; undefined where it has no field for it. */
interface Said {
  year?: string;
  container?: string;
  doi?: string;
}

let survey: PublishedSurvey;
let pages: Map<string, BuiltPage>;
let context: Map<string, Said>;

const read = (file: string) => readFile(join(site, file), 'utf8');

beforeAll(async () => {
  survey = publishedSurveySchema.parse(JSON.parse(await read('data/survey.json')));
  pages = new Map((await sitePages()).map((page) => [page.path, page]));
  context = new Map(
    [...pages.values()].flatMap((page) =>
      contextItems(page).map(({ url, date, publicationTitle, DOI }) => [
        url,
        { year: date.slice(0, 4), container: publicationTitle, doi: DOI },
      ]),
    ),
  );
});

/** The value of a line or field of an export, without TeX's escapes; empty where it has none. */
const valueIn = (text: string, pattern: RegExp) =>
  (pattern.exec(text)?.[1] ?? '').replaceAll(/[{}\\]/g, '').replaceAll('--', '–');

/** What every place says, by its name. */
async function saidOf(work: PublishedWork): Promise<Record<string, Said>> {
  const folder = `papers/${work.permalink}`;
  const page = pages.get(`/${folder}/`);
  if (!page) throw new Error(`no page ${folder}`);
  const metas = metasOf(page);
  const meta = (name: string) => metas.get(name)?.[0] ?? '';
  const html = await read(`${folder}/index.html`);
  const ld = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? '{}';
  const bib = await read(`${folder}/cite.bib`);
  const biblatex = await read(`${folder}/cite.biblatex.bib`);
  const ris = await read(`${folder}/cite.ris`);
  const enw = await read(`${folder}/cite.enw`);
  const [csl] = JSON.parse(await read(`${folder}/cite.json`));
  const [row] = papaparse.parse<Record<string, string>>(await read(`${folder}/cite.csv`), {
    header: true,
    delimiter: ',',
  }).data;
  const markdown = await read(`${folder}/cite.md`);
  const line = JSON.parse(await read(`${folder}/cite.jsonl`));
  const reference = /id="reference"[^>]*>(.*?)<\/p>/s.exec(html)?.[1] ?? '';
  const issue = /class="issue">(.*?)<\/p>/s.exec(html)?.[1] ?? '';
  return {
    page: { year: /datetime="(\d{4})/.exec(issue)?.[1] ?? '' },
    reference: { year: /\((\d{4})[,)]/.exec(reference)?.[1] ?? '' },
    highwire: {
      year: meta('citation_publication_date').slice(0, 4),
      container: meta('citation_journal_title') || meta('citation_conference_title'),
      doi: meta('citation_doi'),
    },
    'JSON-LD': { year: /"datePublished":"(\d{4})/.exec(ld)?.[1] ?? '' },
    COinS: context.get(work.url) ?? {},
    BibTeX: {
      year: valueIn(bib, /^ {2}year\s+= \{(.*)\},$/m),
      container: valueIn(bib, /^ {2}(?:journal|booktitle)\s+= \{(.*)\},$/m),
      doi: valueIn(bib, /^ {2}doi\s+= \{(.*)\},$/m),
    },
    biblatex: {
      year: valueIn(biblatex, /^ {2}date\s+= \{(\d{4}).*\},$/m),
      container: valueIn(biblatex, /^ {2}(?:journaltitle|booktitle)\s+= \{(.*)\},$/m),
      doi: valueIn(biblatex, /^ {2}doi\s+= \{(.*)\},$/m),
    },
    RIS: {
      year: valueIn(ris, /^PY {2}- (.*)$/m),
      container: valueIn(ris, /^T2 {2}- (.*)$/m),
      doi: valueIn(ris, /^DO {2}- (.*)$/m),
    },
    EndNote: {
      year: valueIn(enw, /^%D (.*)$/m),
      container: valueIn(enw, /^%[JB] (.*)$/m),
      doi: valueIn(enw, /^%R (.*)$/m),
    },
    'CSL-JSON': {
      year: String(csl.issued?.['date-parts'][0][0] ?? ''),
      container: csl['container-title'] ?? '',
      doi: csl.DOI ?? '',
    },
    CSV: {
      year: row?.['Date']?.slice(0, 4) ?? '',
      container: row?.['Venue'] ?? '',
      doi: row?.['DOI'] ?? '',
    },
    Markdown: { year: / · (\d{4})|\n {2}(\d{4})/.exec(markdown)?.slice(1).find(Boolean) ?? '' },
    'JSON Lines': { year: line.issued?.slice(0, 4) ?? '', container: line.venue ?? '' },
  };
}

describe('how a paper appeared', () => {
  test('is the same on its page, in its reference, in its metadata and in every export', async () => {
    for (const work of survey.works) {
      const expected = {
        year: work.issued?.slice(0, 4) ?? '',
        container: work.publication.container_title ?? '',
        doi: work.identifiers.find(({ scheme }) => scheme === 'doi')?.value ?? '',
      };
      for (const [place, said] of Object.entries(await saidOf(work))) {
        for (const key of ['year', 'container', 'doi'] as const) {
          if (said[key] === undefined) continue;
          expect(said[key], `${key} of ${work.permalink} in ${place}`).toBe(expected[key]);
        }
      }
    }
  });

  test('calls nothing a preprint that stands in a container', () => {
    for (const { permalink, publication } of survey.works) {
      expect(publication.is_preprint && publication.container_title !== null, permalink).toBe(
        false,
      );
    }
  });
});
