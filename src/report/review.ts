import type { Citable, Survey } from '../model/index.ts';
import {
  chartOf,
  type FlowChart,
  flowOf,
  methodsText,
  repeatedLists,
  repeatedSearches,
  rowsOf,
  sourceTeller,
} from '../screening/index.ts';
import { viewOf } from '../view/index.ts';
import { citableOf, csvTable } from '../writers/index.ts';

/** What the pages of a review show. */
export interface Review {
  chart: FlowChart;
  /** The sources that were searched again, and what that found. */
  repeated: ReturnType<typeof repeatedLists>;
  /** For a methods section. */
  methods(version: string): string;
  citableOf(permalink: string): Citable | undefined;
}

const known = new WeakMap<Survey, Review>();

/** The review that a survey is of, worked out once; undefined where nobody has decided anything. */
export function reviewOf(survey: Survey): Review | undefined {
  if (survey.screening === undefined) return undefined;
  const review = known.get(survey) ?? makeReview(survey, survey.screening);
  known.set(survey, review);
  return review;
}

function makeReview(survey: Survey, screening: NonNullable<Survey['screening']>): Review {
  const { words, works, seedName, edition } = viewOf(survey);
  const paperOf = new Map(
    screening.papers.flatMap((paper) => paper.records.map((key) => [key, paper] as const)),
  );
  const removedOf = new Map(screening.removed.map((removed) => [removed.record, removed]));
  const seedOf = (record: string) => survey.records.get(record)?.seed ?? '';
  const sourceOf = sourceTeller(survey.site, seedName);
  const flow = flowOf(screening, seedOf, sourceOf);
  const chart = chartOf(flow, words, (record) => {
    const paper = paperOf.get(record);
    const title = paper?.title ?? removedOf.get(record)?.title ?? record;
    return { record, title, permalink: paper?.permalink };
  });
  return {
    chart,
    repeated: repeatedLists(repeatedSearches(screening, seedOf, sourceOf), words),
    methods: (version) =>
      // Numbers of a survey that has changed since are those of no edition.
      methodsText(chart, flow, words, {
        version,
        edition: edition?.changed ? undefined : edition?.name,
      }),
    citableOf: (permalink) => {
      const work = works.get(permalink);
      return work && citableOf(work);
    },
  };
}

/** The numbers of a flow as a table of text. */
export function flowCsv({ lanes, included }: FlowChart, what: string, howMany: string): string {
  const rows = lanes.flatMap((lane) =>
    rowsOf(lane).map(({ label, count }) => [lane.title, label, String(count)]),
  );
  return csvTable(
    ['', what, howMany],
    [...rows, ...included.rows.map(({ label, count }) => ['', label, String(count)])],
  );
}
