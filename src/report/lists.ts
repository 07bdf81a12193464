import type { Flow, Observation, Survey, Work } from '../model/index.ts';
import type { PageWords } from '../words/index.ts';

/** A list behind one number of the flow. */
export interface FlowStep {
  /** Last part of the address: `/report/duplicates/`. */
  slug: string;
  count: number;
  /** What the number counts, for a step with that many. */
  label: string;
  /** Root path of the list. */
  path: string;
}

/** The numbers of the flow with the pages that list them, in the order in which they arise. */
export function flowSteps(flow: Flow, words: PageWords): Record<keyof Flow, FlowStep> {
  const { steps } = words.report;
  const step = (
    slug: string,
    count: number,
    label: (n: number) => string,
    path = `/report/${slug}/`,
  ) => ({
    slug,
    count,
    label: label(count),
    path,
  });
  return {
    records: step('records', flow.records, steps.records),
    duplicates: step('duplicates', flow.duplicates, steps.duplicates),
    excluded: step('excluded', flow.excluded, steps.excluded),
    included: step('included', flow.included, steps.included, '/papers/'),
    incomplete: step('incomplete', flow.incomplete, steps.incomplete),
  };
}

/** Records of a paper after its first one, each with the work it repeats, or the title of a paper left out: the duplicates. */
export function duplicates({
  works,
  exclusions,
}: Survey): { work?: Work; title?: string; record: string }[] {
  return [
    ...works.flatMap((work) => work.records.slice(1).map((record) => ({ work, record }))),
    ...exclusions.flatMap(({ title, records }) =>
      records.slice(1).map((record) => ({ title, record })),
    ),
  ];
}

/** Works counted as incomplete, each with what it lacks. */
export function incomplete(survey: Survey, words: PageWords): { work: Work; lack: string }[] {
  const { lack } = words.report;
  return survey.works.flatMap((work) => {
    if (work.fields.abstract === undefined) return [{ work, lack: lack.none }];
    return work.truncated ? [{ work, lack: lack.cut }] : [];
  });
}

/** One field of one work on which its sources differ: the value shown, and the ones that lost. */
export interface Disagreement {
  work: Work;
  field: Observation['field'];
  shown: Observation | undefined;
  others: Observation[];
}

/** Every disagreement of the survey, by field and then in order of works. */
export function disagreements(survey: Survey): Map<Observation['field'], Disagreement[]> {
  const all = survey.works.flatMap((work) => {
    const differing = work.observations.filter(({ standing }) => standing === 'differs');
    return Array.from(
      Map.groupBy(differing, ({ field }) => field),
      ([field, others]) => ({
        work,
        field,
        shown: work.observations.find(
          (observation) => observation.field === field && observation.standing === 'shown',
        ),
        others,
      }),
    );
  });
  return Map.groupBy(all, ({ field }) => field);
}
