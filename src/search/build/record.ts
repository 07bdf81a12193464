import type { Inline, Survey, Theme, Work } from '../../model/index.ts';
import { escapeHtml, inlines, keyboardForm, toPlain } from '../../text/index.ts';
import {
  paperPath,
  themePath,
  seriesOf,
  yearOf,
  authorsInShort,
  monthInWords,
} from '../../view/index.ts';
import { KIND, PLACE, SEPARATOR } from '../contract.ts';
import { withoutTex } from '../spelling.ts';
import { queryWords } from '../query.ts';
import { aliases, type Compounds, compoundsIn } from './aliases.ts';

/** A record in the form Pagefind reads without a page on disk. */
export interface HtmlRecord {
  /** Root path of the page the record leads to. */
  url: string;
  content: string;
}

/**
 * Weights of the parts of a record, 0 to 10. A title decides over any number of mentions in abstracts; aliases help to
 * find a paper and must not lift it above one that prints the words.
 */
const WEIGHT = {
  title: 10,
  titleAlias: 8,
  identifier: 8,
  author: 5,
  text: 1,
  theme: 0.8,
  alias: 0.4,
};

/** One record for each paper, in the survey's order, then one for each theme. */
export function* searchRecords(survey: Survey): Generator<HtmlRecord> {
  const texts = survey.works.flatMap(({ title, fields }) =>
    [title.value.rich, fields.abstract?.value.rich ?? []].map(toPlain),
  );
  const compounds = compoundsIn(texts);
  const labels = new Map(survey.themes.map(({ slug, label }) => [slug, label]));
  const sources = new Map(survey.seeds.map(({ path, label }) => [path, label]));
  for (const [place, work] of survey.works.entries()) {
    yield workRecord(work, place, survey, labels, sources, compounds);
  }
  for (const [place, theme] of survey.themes.entries()) {
    yield themeRecord(theme, survey.works.length + place, survey, compounds);
  }
}

function workRecord(
  work: Work,
  place: number,
  survey: Survey,
  labels: ReadonlyMap<string, string>,
  sources: ReadonlyMap<string, string>,
  compounds: Compounds,
): HtmlRecord {
  const { abstract, authors, issued, venue, journalRef, codeUrl, categories } = work.fields;
  const title = toPlain(work.title.value.rich);
  const names = authors?.value.names.map((name) => name.literal).join(', ') ?? '';
  const text = abstract ? toPlain(abstract.value.rich) : '';
  const themes = work.themes.flatMap(({ slug }) => labels.get(slug) ?? []);
  const rest = [venue?.value, journalRef?.value, ...(categories?.value ?? []), ...themes];
  const seeds = work.records.flatMap((key) => {
    const seed = survey.records.get(key)?.seed;
    return seed === undefined ? [] : (sources.get(seed) ?? []);
  });
  const year = yearOf(work);

  return {
    url: paperPath(work.permalink),
    content: page(survey.site.language, [
      element('h1', title, WEIGHT.title),
      element('p', names, WEIGHT.author),
      element('p', `${SEPARATOR} ${text} ${SEPARATOR}`, WEIGHT.text),
      element('p', identifiers(work).join(' '), WEIGHT.identifier),
      element('p', rest.filter(Boolean).join('. '), WEIGHT.theme),
      element('p', aliases(title, compounds).join(' '), WEIGHT.titleAlias),
      element('p', aliases(names, compounds).join(' '), WEIGHT.author),
      element('p', aliases(text, compounds).join(' '), WEIGHT.alias),
      element('p', formulas(work).join(' '), WEIGHT.alias),
      meta('title', title),
      meta('authors', authorsInShort(authors?.value)),
      meta('date', issued ? monthInWords(issued.value.iso) : ''),
      meta('venue', venue?.value ?? ''),
      filter(KIND, 'paper'),
      ...themes.map((label) => filter('theme', label)),
      ...[...new Set(seeds)].map((label) => filter('source', label)),
      year === undefined ? '' : filter('year', String(year)),
      venue ? filter('venue', seriesOf(venue.value)) : '',
      codeUrl ? filter('with', 'Code') : '',
      hasRebuiltMath(work) ? filter('with', 'Rebuilt math') : '',
      sort(PLACE, place),
    ]),
  };
}

function themeRecord(
  theme: Theme,
  place: number,
  survey: Survey,
  compounds: Compounds,
): HtmlRecord {
  const members = new Set(theme.works);
  const years = survey.works
    .filter((work) => members.has(work.permalink))
    .map(yearOf)
    .filter((year) => year !== undefined);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const span = first === last ? String(first) : `${first}–${last}`;
  const text = `${theme.label}. ${theme.tagline} ${theme.scopeNote}`;
  return {
    url: themePath(theme.slug),
    content: page(survey.site.language, [
      element('h1', theme.label, WEIGHT.title),
      element('p', `${SEPARATOR} ${theme.tagline} ${theme.scopeNote} ${SEPARATOR}`, WEIGHT.text),
      element('p', aliases(text, compounds).join(' '), WEIGHT.alias),
      meta('title', theme.label),
      meta('tagline', theme.tagline),
      meta('papers', String(theme.works.length)),
      meta('years', years.length === 0 ? '' : span),
      filter(KIND, 'theme'),
      sort(PLACE, place),
    ]),
  };
}

/** Every spelling of a paper's identifiers: `2507.17249`, `arXiv:2507.17249`, `10.1145/3580305`, the permalink. */
function identifiers(work: Work): string[] {
  return [
    ...work.identifiers.flatMap(({ value: { scheme, value } }) =>
      scheme === 'arxiv' ? [value, `arXiv:${value}`] : [value],
    ),
    work.permalink,
  ];
}

/** Between the words of a formula's LaTeX or of a formula as typed. */
const NO_WORD = /[^\p{L}\p{N}]+/u;
/** Between the parts of a formula as typed; a letter and its script are one. */
const NO_PART = /[^\p{L}\p{N}_^{}]+/u;

/**
 * Words of every formula: those of its LaTeX (`mathbb`, `times`), the parts of it as a person types it (`Rmxn`, `mxn`
 * of `ℝ^{m×n}`), and the spelling a query with its LaTeX becomes.
 */
function formulas(work: Work): string[] {
  const found = new Set<string>();
  for (const node of nodesOf(work)) {
    if (node.type !== 'math') continue;
    const typed = keyboardForm(toPlain([node]));
    for (const word of [
      ...keyboardForm(node.latex).split(NO_WORD),
      ...typed.split(NO_WORD),
      ...typed.split(NO_PART).map(withoutTex),
      ...queryWords(node.latex),
    ]) {
      // A lone letter would be found for every unknown word that begins with it.
      if (word.length > 1) found.add(word);
    }
  }
  return [...found];
}

function hasRebuiltMath(work: Work): boolean {
  for (const node of nodesOf(work)) {
    if (node.type === 'math' && node.origin === 'repaired') return true;
  }
  return false;
}

function nodesOf(work: Work): Inline[] {
  const texts = [work.title.value.rich, work.fields.abstract?.value.rich ?? []];
  return texts.flatMap(inlines);
}

function page(language: string, parts: readonly string[]): string {
  return `<html lang="${escapeHtml(language)}"><body data-pagefind-body>${parts.join('')}</body></html>`;
}

function element(name: string, text: string, weight: number): string {
  if (text === '') return '';
  return `<${name} data-pagefind-weight="${weight}">${escapeHtml(text)}</${name}>`;
}

/** Carried in an attribute: text inside elements would be searched and shown as part of the record. */
function meta(name: string, value: string): string {
  return value === ''
    ? ''
    : `<i data-pagefind-meta="${name}[data-value]" data-value="${escapeHtml(value)}"></i>`;
}

function filter(name: string, value: string): string {
  return `<i data-pagefind-filter="${name}[data-value]" data-value="${escapeHtml(value)}"></i>`;
}

function sort(name: string, value: number): string {
  return `<i data-pagefind-sort="${name}:${value}"></i>`;
}
