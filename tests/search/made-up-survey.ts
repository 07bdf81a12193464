import { bare } from '../pipeline/made-up-work.ts';
import { mathCoverage } from '../../src/pipeline/math-coverage.ts';
import type { Inline, Provenance, RichText, Survey, Work } from '../../src/model/index.ts';
import { gunzipSync } from 'fflate';
import { type Engine, openEngine } from '../../src/search/browser/engine.ts';
import { makeSearchIndex } from '../../src/search/build/search-index.ts';

const from: Provenance = { kind: 'inferred', rule: 'made up for a test' };
const sourced = <T>(value: T) => ({ value, from });

/** `a $x^2$ b` with formulas between dollar signs. */
function rich(text: string): RichText {
  return text
    .split('$')
    .map((value, at): Inline =>
      at % 2 === 0
        ? { type: 'text', value }
        : { type: 'math', latex: value, source: `$${value}$`, display: false, origin: 'intact' },
    );
}

/** A paper in few words. */
export interface Paper {
  title: string;
  abstract?: string;
  authors?: string[];
  arxiv?: string;
  doi?: string;
  year?: string;
  venue?: string;
  theme?: string;
  code?: true;
}

function work(paper: Paper, at: number): Work {
  const { title, abstract = '', authors = [], arxiv, doi, year, venue, theme, code } = paper;
  return {
    citationKey: `key${at}`,
    permalink: arxiv ? `arxiv-${arxiv}` : `paper-${at}`,
    released: false,
    title: sourced({ rich: rich(title), source: title }),
    fields: {
      abstract: sourced({ rich: rich(abstract), source: abstract }),
      authors: sourced({ names: authors.map((literal) => ({ literal })), more: false }),
      ...(code && { codeUrl: sourced('https://example.org/code') }),
    },
    publication: {
      ...bare,
      ...(year && { issued: { iso: year, of: 'publication' as const, yearInferred: false } }),
      ...(venue && { containerTitle: venue }),
    },
    keywords: [],
    identifiers: [
      ...(arxiv ? [sourced({ scheme: 'arxiv' as const, value: arxiv })] : []),
      ...(doi ? [sourced({ scheme: 'doi' as const, value: doi })] : []),
    ],
    records: [],
    observations: [],
    truncated: false,
    themes: theme ? [{ slug: theme, score: 1, evidence: [] }] : [],
    related: [],
    nearTwins: [],
    mentions: [],
  };
}

/** A survey of papers, newest first as all are, with two themes and a page of its own. */
export function survey(papers: readonly Paper[]): Survey {
  const works = papers.map(work);
  const rules = {
    terms: [],
    exclude: [],
    pins: [],
    unpins: [],
    threshold: 3,
    catchAll: false,
  };
  return {
    pages: [
      {
        slug: 'methods',
        file: 'pages/methods.mdx',
        title: 'How we read',
        label: 'Methods',
        description: 'What was read twice.',
        text: 'Every listing was read twice.\nThose on kites were left.',
        digest: '',
        cites: [],
      },
    ],
    site: {
      title: 'Test',
      description: 'Test.',
      url: 'https://example.org/',
      language: 'en',
      licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
      made_with: true,
      publish: [],
      service_worker: true,
    },
    works,
    themes: ['experts', 'time'].map((slug) => ({
      slug,
      file: `themes/${slug}.mdx`,
      label: slug === 'time' ? 'Time series' : 'Mixture of Experts: routing',
      tagline: `What belongs to ${slug}.`,
      scopeNote: 'A scope.',
      order: 1,
      rules,
      works: works.filter((each) => each.themes[0]?.slug === slug).map((each) => each.permalink),
      digest: '0000000000000000',
      neighbours: [],
      cites: [],
    })),
    people: [],
    seeds: [],
    records: new Map(),
    exclusions: [],
    departed: [],
    departedAddresses: [],
    sources: [],
    states: [],
    permalinkLedger: { version: 2, permalinks: [] },
    editions: [],
    flow: { records: 0, duplicates: 0, incomplete: 0, excluded: 0, included: works.length },
    math: mathCoverage(works).coverage,
    messages: [],
  };
}

/** The search of a survey, without a page. */
export async function engineOf(made: Survey): Promise<Engine> {
  const files = new Map(
    (await makeSearchIndex(made)).map(({ path, content }) => [path, content] as const),
  );
  return openEngine(async (path) => {
    const content = files.get(path);
    if (!content) throw new Error(`The index has no ${path}`);
    return gunzipSync(content);
  });
}
