import type { Work } from '../../model/index.ts';
import { inlines, toPlain } from '../../text/index.ts';
import { ownColumns, seriesOf, typeInWords, yearOf, type SurveyView } from '../../view/index.ts';
import { type FacetName, FACETS } from '../contract.ts';
import { type FacetValue, facetValues } from '../facets.ts';

export const themesOf = (work: Work, view: SurveyView): string[] =>
  work.themes.flatMap(({ slug }) => view.themes.get(slug)?.label ?? []);

export const keywordsOf = (work: Work): string[] => [
  ...new Set(work.keywords.map(({ value }) => value.value)),
];

/** A seed as a reader may ask for it, by its name or by what it is: `Seed 002: Hugging Face papers page`. */
export function sourceOf(seed: string, view: SurveyView): string {
  const label = view.seeds.get(seed)?.label;
  return label === undefined
    ? view.seedName(seed)
    : `${view.seedName(seed)}: ${view.words.listing(label)}`;
}

/** The values of a paper in each facet. */
export function facetsOf(work: Work, view: SurveyView): Record<FacetName, string[]> {
  const { abstract, categories, codeUrl } = work.fields;
  const { containerTitle } = work.publication;
  const year = yearOf(work);
  const seeds = work.records.flatMap((key) => view.survey.records.get(key)?.seed ?? []);
  return {
    theme: themesOf(work, view),
    keyword: [...new Set([...keywordsOf(work), ...(categories?.value ?? [])])],
    year: year === undefined ? [] : [String(year)],
    type: [typeInWords(work.publication, view.words)],
    source: [...new Set(seeds)].map((seed) => sourceOf(seed, view)),
    venue: containerTitle ? [seriesOf(containerTitle)] : [],
    with: [
      ...(codeUrl ? ['Code'] : []),
      ...(toPlain(abstract?.value.rich ?? []) === '' ? [] : ['Abstract']),
      ...(hasRebuiltMath(work) ? ['Rebuilt math'] : []),
    ],
    own: ownColumns(
      view.screened.get(work.permalink)?.decisions ?? [],
      view.survey.site.screening?.facets ?? [],
    ).map(([column, value]) => `${column}: ${value}`),
  };
}

/** The values of every facet among some papers, as a page shows them before a reader narrows anything. */
export function facetsAmong(
  works: readonly Work[],
  view: SurveyView,
): { name: FacetName; values: readonly FacetValue[] }[] {
  const all = works.map((work) => facetsOf(work, view));
  return FACETS.map(({ name }) => {
    const counts = new Map<string, number>();
    for (const { [name]: values } of all) {
      for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    return { name, values: facetValues(name, counts) };
  });
}

function hasRebuiltMath(work: Work): boolean {
  const texts = [work.title.value.rich, work.fields.abstract?.value.rich ?? []];
  return texts.some((rich) =>
    inlines(rich).some((node) => node.type === 'math' && node.origin === 'repaired'),
  );
}
