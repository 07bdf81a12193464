import type { APIRoute, GetStaticPaths } from 'astro';
import { getSurvey } from '../../loaders/index.ts';
import { flowCsv, reviewOf } from '../../report/index.ts';
import { flowSvg, papersOf, screeningSets, writeSet } from '../../screening/index.ts';
import { directionOf } from '../../view/index.ts';
import { wordsFor } from '../../words/index.ts';

/** The flow of a review as a drawing and a table, and the sets that it divides papers into. */
export const getStaticPaths = (async () => {
  const survey = await getSurvey();
  const review = reviewOf(survey);
  if (review === undefined) return [];
  const words = wordsFor(survey.site.language);
  const { title, flow } = words.screening;
  const { what, howMany } = words.report;
  const papers = survey.screening?.papers ?? [];
  const context = { site: survey.site, citableOf: review.citableOf };
  const files = {
    'flow.svg': flowSvg(review.chart, words, {
      label: `${title}: ${flow}`,
      direction: directionOf(survey.site.language),
    }),
    'flow.csv': flowCsv(review.chart, what, howMany),
    ...Object.fromEntries(
      screeningSets.flatMap((set) =>
        ['ris', 'bib', 'csv'].map((extension) => [
          `${set}.${extension}`,
          writeSet(papersOf(papers, set), extension, context),
        ]),
      ),
    ),
  };
  return Object.entries(files).map(([file, text]) => {
    const [name, extension] = file.split('.');
    return { params: { name, extension }, props: { text } };
  });
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ text: string }> = ({ props }) => new Response(props.text);
