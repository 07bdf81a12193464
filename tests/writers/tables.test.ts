// @module-tag exports-whole
import { parseENW } from 'biblatex-csl-converter';
import papaparse from 'papaparse';
import { beforeAll, describe, expect, it } from 'vitest';
import { csv, enw, jsonLines, markdown } from '../../src/writers/index.ts';
import { flat, inverted } from './converter.ts';
import { isAddressOf, type SeedsSurvey, seedsSurvey, identifierIn } from './seeds-survey.ts';

let seeds: SeedsSurvey;
beforeAll(async () => {
  seeds = await seedsSurvey();
});

describe('tables and lists of every work', () => {
  it('CSV has one row a work, every cell as published', () => {
    const { data, errors } = papaparse.parse<Record<string, string>>(seeds.write(csv), {
      header: true,
      skipEmptyLines: true,
    });
    expect(errors).toEqual([]);
    expect(data).toEqual(
      seeds.published.map((work) => ({
        'Citation key': work.citation_key,
        Title: work.title.plain,
        Authors: [
          ...work.authors.map(inverted),
          ...(work.authors_incomplete && work.authors.length > 0 ? ['et al.'] : []),
        ].join('; '),
        Date: work.issued ?? '',
        Venue: work.venue ?? '',
        'arXiv ID': identifierIn(work, 'arxiv'),
        DOI: identifierIn(work, 'doi') || (work.publication.archive?.doi ?? ''),
        PMID: identifierIn(work, 'pmid'),
        Categories: work.categories.join(' '),
        URL: expect.any(String),
        'Code URL': work.code_url ?? '',
        Permalink: work.url,
        Abstract: work.abstract?.plain ?? '',
        Type: work.publication.is_preprint ? 'preprint' : work.publication.type,
        Posted: work.publication.posted ?? '',
        Volume: work.publication.volume ?? '',
        Issue: work.publication.issue ?? '',
        Pages: work.publication.page ?? work.publication.article_number ?? '',
        Publisher: work.publication.publisher ?? work.publication.institution ?? '',
        Editors: work.publication.editors.map(inverted).join('; '),
        ISSN: work.publication.issn ?? '',
        ISBN: work.publication.isbn ?? '',
        Language: work.publication.language ?? '',
        Keywords: work.keywords.map(({ value }) => value).join('; '),
        Note: '',
        'Article number': work.publication.article_number ?? '',
      })),
    );
    for (const [index, work] of seeds.published.entries()) {
      expect(isAddressOf(work, data[index]?.['URL'])).toBe(true);
    }
  });

  it('JSON Lines has one work a line, as published', () => {
    const lines = seeds.write(jsonLines).trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual(
      JSON.parse(JSON.stringify(seeds.published)),
    );
  });

  it('EndNote’s file is read by biblatex-csl-converter with title, authors, year and abstract', () => {
    const { entries, errors, warnings } = parseENW(seeds.write(enw));
    expect(errors).toEqual([]);
    const unknown = warnings.flatMap((warning) => ('tag' in warning ? [warning['tag']] : []));
    // Tags of EndNote's that it does not know: the whole date and the DOI.
    expect([...new Set(unknown)]).toEqual(['%8', '%R']);
    const read = Object.values(entries);
    expect(read).toHaveLength(seeds.published.length);
    for (const [index, work] of seeds.published.entries()) {
      const fields = read[index]?.fields ?? {};
      expect(flat(fields['title'])).toBe(work.title.plain);
      expect(fields['author'] ?? []).toHaveLength(work.authors.length);
      expect(fields['date'] ?? '').toBe(work.issued?.slice(0, 4) ?? '');
      expect(flat(fields['abstract'] ?? [])).toBe(work.abstract?.plain ?? '');
    }
    const dois = [...seeds.write(enw).matchAll(/^%R (.*)$/gmu)].map(([, doi]) => doi);
    expect(dois).toEqual(seeds.published.flatMap((work) => identifierIn(work, 'doi') || []));
  });

  it('Markdown has one item a work, in order', () => {
    const links = [...seeds.write(markdown).matchAll(/^- \*\*\[.*\]\((\S+)\)\*\*/gmu)];
    expect(links.map(([, url]) => url)).toEqual(seeds.published.map(({ url }) => url));
  });
});
