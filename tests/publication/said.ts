import anyAscii from 'any-ascii';
import { decodeXML } from 'entities';
import papaparse from 'papaparse';
import type { ItemType, PublishedWork } from '../../src/model/index.ts';

/** What one place says of a paper's publication; undefined where it has no room for it. */
export interface Said {
  date?: string;
  type?: string;
  container?: string;
  /** Names in one spelling: {@link spelt}. */
  authors?: string[];
  doi?: string;
  arxiv?: string;
}

/** All texts that speak of one paper. */
export interface Texts {
  /** By extension: `bib`, `biblatex.bib`. */
  exports: ReadonlyMap<string, string>;
  /** Values of `<meta name>`, by name. */
  metas: ReadonlyMap<string, readonly string[]>;
  /** JSON-LD. */
  data: string;
  /** COinS: the title of `<span class="Z3988">`, decoded of HTML. */
  context: string;
}

/** A name by its words: each format has its own order of them, and its own signs between them. */
export const spelt = (name: string) =>
  name
    .replaceAll(/[{}\\,]/g, ' ')
    .trim()
    .split(/\s+/)
    .sort()
    .join(' ');

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** What formats call each type. */
const TYPES: Record<ItemType, readonly [string, string, string, string, string, string]> = {
  // BibTeX, biblatex, RIS, EndNote, Zotero, schema.org
  article: ['misc', 'misc', 'MANSCPT', 'Unpublished Work', 'preprint', 'ScholarlyArticle'],
  'article-journal': [
    'article',
    'article',
    'JOUR',
    'Journal Article',
    'journalArticle',
    'ScholarlyArticle',
  ],
  'article-magazine': [
    'article',
    'article',
    'MGZN',
    'Magazine Article',
    'magazineArticle',
    'ScholarlyArticle',
  ],
  'article-newspaper': [
    'article',
    'article',
    'NEWS',
    'Newspaper Article',
    'newspaperArticle',
    'ScholarlyArticle',
  ],
  book: ['book', 'book', 'BOOK', 'Book', 'book', 'Book'],
  chapter: ['incollection', 'incollection', 'CHAP', 'Book Section', 'bookSection', 'Chapter'],
  dataset: ['dataset', 'dataset', 'DATA', 'Dataset', 'dataset', 'Dataset'],
  document: ['misc', 'misc', 'GEN', 'Generic', 'document', 'CreativeWork'],
  'entry-dictionary': [
    'incollection',
    'inreference',
    'DICT',
    'Dictionary',
    'dictionaryEntry',
    'ScholarlyArticle',
  ],
  'entry-encyclopedia': [
    'incollection',
    'inreference',
    'ENCYC',
    'Encyclopedia',
    'encyclopediaArticle',
    'ScholarlyArticle',
  ],
  manuscript: [
    'unpublished',
    'unpublished',
    'UNPB',
    'Manuscript',
    'manuscript',
    'ScholarlyArticle',
  ],
  'paper-conference': [
    'inproceedings',
    'inproceedings',
    'CONF',
    'Conference Paper',
    'conferencePaper',
    'ScholarlyArticle',
  ],
  patent: ['patent', 'patent', 'PAT', 'Patent', 'patent', 'ScholarlyArticle'],
  'post-weblog': ['online', 'online', 'BLOG', 'Blog', 'blogPost', 'BlogPosting'],
  report: ['techreport', 'report', 'RPRT', 'Report', 'report', 'Report'],
  review: ['article', 'review', 'JOUR', 'Journal Article', 'journalArticle', 'ScholarlyArticle'],
  software: [
    'software',
    'software',
    'COMP',
    'Computer Program',
    'computerProgram',
    'SoftwareSourceCode',
  ],
  speech: ['unpublished', 'unpublished', 'SLIDE', 'Generic', 'presentation', 'ScholarlyArticle'],
  standard: ['misc', 'misc', 'STAND', 'Standard', 'standard', 'ScholarlyArticle'],
  thesis: ['phdthesis', 'thesis', 'THES', 'Thesis', 'thesis', 'Thesis'],
  webpage: ['online', 'online', 'ELEC', 'Web Page', 'webpage', 'WebPage'],
};

/** Types by name that a format calls by that word, parted by blanks: an answer of a format is one of them. */
function typesCalled(place: 0 | 1 | 2 | 3 | 4 | 5, word: string): string {
  return Object.entries(TYPES)
    .filter(([, words]) => words[place] === word)
    .map(([type]) => type)
    .join(' ');
}

/** What every place says, by its name. */
export function saidIn({ exports, metas, data, context }: Texts): Record<string, Said> {
  const text = (extension: string) => exports.get(extension) ?? '';
  return {
    BibTeX: inBibtex(text('bib')),
    biblatex: inBiblatex(text('biblatex.bib')),
    RIS: inRis(text('ris')),
    EndNote: inEnw(text('enw')),
    // Written for chosen papers and whole lists, not beside every paper.
    ...(exports.has('endnote.xml') ? { 'EndNote XML': inEndNoteXml(text('endnote.xml')) } : {}),
    'CSL-JSON': inCsl(text('json')),
    CSV: inCsv(text('csv')),
    Markdown: inMarkdown(text('md')),
    'JSON Lines': inLines(text('jsonl')),
    Highwire: inHighwire(metas),
    'JSON-LD': inLinkedData(data),
    COinS: inContext(context),
  };
}

/** The value of the first match, without TeX's escapes; empty where there is none. */
const valueIn = (text: string, pattern: RegExp) =>
  (pattern.exec(text)?.[1] ?? '').replaceAll(/[{}\\]/g, '').replaceAll('--', '–');

const field = (text: string, names: string) =>
  valueIn(text, new RegExp(String.raw`^ {2}(?:${names})\s+= \{?(.*?)\}?,$`, 'mu'));

function bibNames(text: string): string[] {
  const list = /^ {2}author\s+= \{(.*)\},$/mu.exec(text)?.[1];
  return list === undefined ? [] : list.split(' and ').map(spelt);
}

const entryType = (text: string) => /^@(\w+)\{/u.exec(text)?.[1] ?? '';

/** A date of which the beginning is also said by itself, where both agree. */
const wholeDate = (whole: string, beginning: string) =>
  whole === '' || whole.startsWith(beginning) ? whole || beginning : `${whole} but ${beginning}`;

function inBibtex(text: string): Said {
  const month = months.indexOf(field(text, 'month')) + 1;
  const parts = [field(text, 'year'), month === 0 ? '' : String(month).padStart(2, '0')];
  const type = entryType(text).replace('mastersthesis', 'phdthesis');
  return {
    date: wholeDate(field(text, 'date'), parts.filter(Boolean).join('-')),
    type: typesCalled(0, type),
    container: field(text, 'journal|booktitle'),
    authors: bibNames(text),
    doi: field(text, 'doi'),
    arxiv: field(text, 'eprint'),
  };
}

function inBiblatex(text: string): Said {
  return {
    date: field(text, 'date'),
    type: typesCalled(1, entryType(text)),
    container: field(text, 'journaltitle|booktitle'),
    authors: bibNames(text),
    doi: field(text, 'doi'),
    arxiv: field(text, 'eprint'),
  };
}

function inRis(text: string): Said {
  const first = (tag: string) => new RegExp(`^${tag} {2}- (.*)$`, 'mu').exec(text)?.[1] ?? '';
  const date = first('DA').replaceAll('/', '-');
  return {
    date: wholeDate(date, first('PY')),
    type: typesCalled(2, first('TY')),
    container: first('T2'),
    authors: [...text.matchAll(/^AU {2}- (.*)$/gmu)].map(([, name = '']) => spelt(name)),
    doi: first('DO'),
    arxiv: first('AN').replace('arXiv:', ''),
  };
}

function inEnw(text: string): Said {
  const first = (tag: string) => new RegExp(`^%${tag} (.*)$`, 'mu').exec(text)?.[1] ?? '';
  const date = first('8');
  return {
    date: wholeDate(date, first('D')),
    type: typesCalled(3, first('0')),
    container: first('[JB]'),
    authors: [...text.matchAll(/^%A (.*)$/gmu)].map(([, name = '']) => spelt(name)),
    doi: first('R'),
    arxiv: first('M').replace('arXiv:', ''),
  };
}

/** What a record of EndNote XML says. */
export function inEndNoteXml(text: string): Said {
  const all = (name: string, within = text) =>
    Array.from(
      within.matchAll(new RegExp(`<${name}(?: [^>]*)?>(.*?)</${name}>`, 'gu')),
      ([, value = '']) => decodeXML(value),
    );
  const first = (name: string) => all(name)[0] ?? '';
  const date = first('date');
  return {
    date: wholeDate(date, first('year')),
    type: typesCalled(3, /<ref-type name="([^"]*)">/u.exec(text)?.[1] ?? ''),
    container: first('secondary-title'),
    authors: all('author', /<authors>.*?<\/authors>/u.exec(text)?.[0] ?? '').map(spelt),
    doi: first('electronic-resource-num'),
    arxiv: first('accession-num').replace('arXiv:', ''),
  };
}

function inCsl(text: string): Said {
  const [item] = JSON.parse(text);
  const parts: number[] = item.issued?.['date-parts'][0] ?? [];
  return {
    date: parts.map((part) => String(part).padStart(2, '0')).join('-'),
    type: item.type,
    container: item['container-title'] ?? '',
    authors: (item.author ?? []).map((name: Record<string, string>) =>
      spelt(Object.values(name).join(' ')),
    ),
    doi: item.DOI ?? '',
    arxiv: /^arXiv:([^;\s]*)/u.exec(item.number ?? item.note ?? '')?.[1] ?? '',
  };
}

function inCsv(text: string): Said {
  const [row = {}] = papaparse.parse<Record<string, string>>(text, {
    header: true,
    delimiter: ',',
  }).data;
  return {
    date: row['Date'] ?? '',
    type: row['Type'] === 'preprint' ? 'article' : (row['Type'] ?? ''),
    container: row['Venue'] ?? '',
    authors: (row['Authors'] ?? '').split('; ').filter(Boolean).map(spelt),
    doi: row['DOI'] ?? '',
    arxiv: row['arXiv ID'] ?? '',
  };
}

/** A list in Markdown: title, names where there are any, facts. */
function inMarkdown(text: string): Said {
  const lines = (text.split('\n\n')[0] ?? '').split('\\\n').map((line) => line.trim());
  const facts = lines.at(-1) ?? '';
  const plain = (value: string | undefined) => (value ?? '').replaceAll('\\', '');
  const isFacts = lines.length > 1;
  const parts = isFacts ? facts.split(' · ') : [];
  return {
    date: parts.find((part) => /^\d{4}(?:-\d\d){0,2}$/u.test(part)) ?? '',
    container: plain(parts.map((part) => /^\*(.*)\*$/u.exec(part)?.[1]).find(Boolean)),
    doi: plain(/\[doi:([^\]]*)\]/u.exec(text)?.[1]),
    arxiv: plain(/\[arxiv:([^\]]*)\]/u.exec(text)?.[1]),
  };
}

function inLines(text: string): Said {
  const work: PublishedWork = JSON.parse(text);
  return saidOf(work);
}

/** The tag in which readers look for the container of each item type of Zotero that has one. */
const CONTAINER_TAGS = new Map([
  ['journalArticle', 'citation_journal_title'],
  ['magazineArticle', 'citation_journal_title'],
  ['newspaperArticle', 'citation_journal_title'],
  ['conferencePaper', 'citation_conference_title'],
  ['bookSection', 'citation_inbook_title'],
]);

function inHighwire(metas: Texts['metas']): Said {
  const all = (name: string) => metas.get(name) ?? [];
  /** What tags of these names say; where they differ, everything they say. */
  const agreed = (...names: string[]) => [...new Set(names.flatMap(all))].join(' or ');
  const tag = CONTAINER_TAGS.get(agreed('z:itemType'));
  const source = agreed('DC.source');
  const creators = all('DC.creator').map(spelt);
  const authors = all('citation_author').map(spelt);
  return {
    date: [
      ...new Set(
        ['citation_publication_date', 'DC.date']
          .flatMap(all)
          .map((each) => each.replaceAll('/', '-')),
      ),
    ].join(' or '),
    type: typesCalled(4, agreed('z:itemType')),
    container:
      tag === undefined || agreed(tag) === source ? source : `${agreed(tag)} but ${source}`,
    authors: creators.join() === authors.join() ? authors : [...authors, 'but', ...creators],
    doi: agreed('citation_doi'),
    arxiv: agreed('citation_arxiv_id'),
  };
}

interface Thing {
  name?: string;
  isPartOf?: Thing;
}

function inLinkedData(data: string): Said {
  const [thing] = JSON.parse(data)['@graph'];
  const identifiers: Record<string, string>[] = thing.identifier ?? [];
  const identifier = (scheme: string) =>
    identifiers.find(({ propertyID }) => propertyID === scheme)?.['value'] ?? '';
  // A journal stands behind its volume and issue.
  let container: Thing | undefined = thing.isPartOf;
  while (container?.isPartOf) container = container.isPartOf;
  return {
    date: thing.datePublished ?? '',
    type: typesCalled(5, thing['@type']),
    container: container?.name ?? '',
    authors: (thing.author ?? []).map(({ name = '' }: Thing) => spelt(name)),
    doi: identifier('doi'),
    arxiv: identifier('arxiv'),
  };
}

function inContext(context: string): Said {
  const values = new URLSearchParams(context);
  const first = (name: string) => values.get(name) ?? '';
  return {
    date: first('rft.date'),
    type: typesCalled(4, first('rft.type')),
    container: first('rft.relation'),
    authors: values.getAll('rft.creator').map(spelt),
    doi: (values.getAll('rft_id').find((id) => id.startsWith('info:doi/')) ?? '').slice(9),
    arxiv:
      values
        .getAll('rft.identifier')
        .find((id) => id.startsWith('https://arxiv.org/abs/'))
        ?.slice(22) ?? '',
  };
}

/**
 * What `data/survey.json` says of a paper, which all others have to say.
 *
 * @param inLatin as the file for pdfLaTeX has it, which sets no other letters
 */
export function saidOf(work: PublishedWork, inLatin = false): Required<Said> {
  const identifier = (scheme: string) =>
    work.identifiers.find((each) => each.scheme === scheme)?.value ?? '';
  return {
    date: work.issued ?? '',
    type: work.publication.type,
    container: work.publication.container_title ?? '',
    authors: [
      ...work.authors
        .map(({ literal, given, particle, family, suffix }) =>
          spelt(family ? [given, particle, family, suffix].filter(Boolean).join(' ') : literal),
        )
        .map((name) => (inLatin && /\p{Script=Han}/u.test(name) ? anyAscii(name) : name)),
      ...(work.authors.length > 0 && work.authors_incomplete ? ['others'] : []),
    ],
    doi: identifier('doi'),
    arxiv: identifier('arxiv'),
  };
}

/** How a place differs from what a survey says of a paper; undefined where it does not. Of authors, a list may end without `others`. */
export function difference(said: Said, expected: Required<Said>): string | undefined {
  const differences = (['date', 'container', 'doi', 'arxiv'] as const).flatMap((key) =>
    said[key] === undefined || said[key] === expected[key]
      ? []
      : [`${key} is “${said[key]}”, not “${expected[key]}”`],
  );
  if (said.type !== undefined && !said.type.split(' ').includes(expected.type)) {
    differences.push(`type is ${said.type}, not ${expected.type}`);
  }
  const named = (names: readonly string[]) => names.filter((name) => name !== 'others').join('; ');
  if (said.authors !== undefined && named(said.authors) !== named(expected.authors)) {
    differences.push(`authors are ${named(said.authors)}, not ${named(expected.authors)}`);
  }
  return differences.length === 0 ? undefined : differences.join('; ');
}
