import type { RichText, Survey, Theme, Work } from '../../model/index.ts';
import { addTo, compareText } from '../../pipeline/index.ts';
import { displayName, inlines, keyboardForm, toPlain } from '../../text/index.ts';
import { authorsMissing, viewOf, yearOf, type SurveyView } from '../../view/index.ts';
import type { FacetName, PaperText, Section, PageEntry, ThemeEntry } from '../contract.ts';
import { withoutTex } from '../spelling.ts';
import { BREAK, GAP, sequence, wholeTitle } from '../words.ts';
import { acronymsIn, type Acronyms } from './acronyms.ts';
import { aliases, compoundsIn } from './aliases.ts';
import { facetsOf, keywordsOf, themesOf } from './facets.ts';

/** A paper as search knows it. */
export interface SearchRecord {
  /** Words of each part. */
  sections: Partial<Record<Section, string[]>>;
  /** Its values in each facet. */
  values: Record<FacetName, string[]>;
  text: PaperText;
}

/** The papers of a survey, in its order, and what its texts say acronyms stand for. */
export interface SearchRecords {
  papers: SearchRecord[];
  themes: ThemeEntry[];
  pages: PageEntry[];
  acronyms: Acronyms['list'];
}

/** What search knows of a survey. */
export function searchRecords(survey: Survey): SearchRecords {
  const view = viewOf(survey);
  const texts = survey.works.flatMap(({ title, fields }) =>
    [title.value.rich, fields.abstract?.value.rich ?? []].map(toPlain),
  );
  const compounds = compoundsIn(texts);
  const acronyms = acronymsIn(texts, survey.site.language);
  const otherWords = (rich: RichText) => [
    ...aliases(toPlain(rich), compounds),
    ...acronyms.aliases(toPlain(rich)),
    ...formulas(rich),
  ];
  return {
    papers: survey.works.map((work) => paperRecord(work, view, otherWords)),
    themes: survey.themes.map((theme) => themeEntry(theme, view)),
    pages: survey.pages.map(({ slug, title, description, text }) => ({
      slug,
      title,
      description,
      text,
    })),
    acronyms: acronyms.list,
  };
}

function paperRecord(
  work: Work,
  view: SurveyView,
  otherWords: (rich: RichText) => string[],
): SearchRecord {
  const { abstract, authors, journalRef, categories } = work.fields;
  const { issued, containerTitle } = work.publication;
  const title = work.title.value.rich;
  const names = authors?.value.names.map(displayName) ?? [];
  const labels = themesOf(work, view);
  const year = yearOf(work);
  const said = abstract ? undefined : work.mentions[0]?.sentences[0];
  return {
    sections: {
      title: sequence(toPlain(title)),
      titleAlias: apart(otherWords(title)),
      identifier: apart([
        ...identifiers(work),
        ...[wholeTitle(sequence(toPlain(title)))].filter((word) => word !== undefined),
      ]),
      author: apart(names.map((name) => sequence(name).join(' '))),
      venue: apart(
        [containerTitle, journalRef?.value].map((text) => sequence(text ?? '').join(' ')),
      ),
      keyword: apart(keywordsOf(work).map((text) => sequence(text).join(' '))),
      subject: apart((categories?.value ?? []).map((text) => sequence(text).join(' '))),
      abstractAlias: apart(otherWords(abstract?.value.rich ?? [])),
      abstract: sequence(toPlain(abstract?.value.rich ?? [])),
    },
    values: facetsOf(work, view),
    text: {
      permalink: work.permalink,
      title: toPlain(title),
      authors: names.length > 0 ? names : [authorsMissing(authors?.value, view.words)],
      ...(authors?.value.more && { more: true }),
      ...(issued && { date: view.words.month(issued.iso) }),
      ...(year !== undefined && { year }),
      ...(containerTitle && { venue: containerTitle }),
      themes: labels,
      abstract: toPlain(abstract?.value.rich ?? []),
      ...(said && { said: toPlain(said) }),
    },
  };
}

/** Words and phrases that stand each for itself. */
function apart(phrases: readonly string[]): string[] {
  const words = [...new Set(phrases)].filter(Boolean).map((phrase) => phrase.split(' '));
  return words.flatMap((phrase, at) => (at === 0 ? phrase : [BREAK, ...phrase]));
}

function themeEntry(theme: Theme, view: SurveyView): ThemeEntry {
  const years = theme.works
    .flatMap((permalink) => view.works.get(permalink) ?? [])
    .map(yearOf)
    .filter((year) => year !== undefined);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return {
    slug: theme.slug,
    label: theme.label,
    tagline: theme.tagline,
    papers: theme.works.length,
    years: years.length === 0 ? '' : first === last ? String(first) : `${first}–${last}`,
  };
}

/** Every spelling of a paper's identifiers as one word: `250717249` and `arxiv250717249` for `2507.17249`. */
function identifiers(work: Work): string[] {
  return [
    ...work.identifiers.flatMap(({ value: { scheme, value } }) => [value, `${scheme}:${value}`]),
    work.permalink,
  ].map(identifierWord);
}

/** An identifier as one word. */
export const identifierWord = (text: string) =>
  sequence(text)
    .filter((word) => word !== GAP)
    .join('');

/** Between the words of a formula's LaTeX or of a formula as typed. */
const NO_WORD = /[^\p{L}\p{N}]+/u;
/** Between the parts of a formula as typed; a letter and its script are one. */
const NO_PART = /[^\p{L}\p{N}_^{}]+/u;

/**
 * Words of every formula: those of its LaTeX (`mathbb`, `times`), the parts of it as a person types it (`rmxn`, `mxn`
 * of `ℝ^{m×n}`), and the spelling a query with its LaTeX becomes.
 */
function formulas(rich: RichText): string[] {
  const found = new Set<string>();
  for (const node of inlines(rich)) {
    if (node.type !== 'math') continue;
    const typed = keyboardForm(toPlain([node]));
    for (const word of [
      ...keyboardForm(node.latex).split(NO_WORD),
      ...typed.split(NO_WORD),
      ...typed.split(NO_PART).map(withoutTex),
      ...sequence(node.latex),
    ]) {
      for (const each of sequence(word)) if (each !== GAP) found.add(each);
    }
  }
  return [...found];
}

/** The values of every facet and the places of their papers, as steps. */
export function columnsOf(
  papers: readonly SearchRecord[],
): Record<FacetName, [value: string, ...steps: number[]][]> {
  const column = (name: FacetName): [string, ...number[]][] => {
    const places = new Map<string, number[]>();
    for (const [place, { values }] of papers.entries()) {
      for (const value of values[name]) addTo(places, value, place);
    }
    return [...places]
      .sort(([a], [b]) => compareText(a, b))
      .map(([value, all]) => [value, ...all.map((place, at) => place - (all[at - 1] ?? 0))]);
  };
  return {
    theme: column('theme'),
    keyword: column('keyword'),
    year: column('year'),
    type: column('type'),
    source: column('source'),
    venue: column('venue'),
    with: column('with'),
    own: column('own'),
  };
}
