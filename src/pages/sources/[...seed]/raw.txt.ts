import type { APIRoute, GetStaticPaths } from 'astro';
import { viewOf } from '../../../view/index.ts';
import { isText } from '../../../provenance/index.ts';
import { getSeedBytes, getSurvey } from '../../../loaders/index.ts';

export const getStaticPaths = (async () => {
  const survey = await getSurvey();
  const { sourceName } = viewOf(survey);
  // What was not read as text is not published either: nobody knows what is in it.
  const read = survey.seeds.filter(isText);
  return read.map(({ path }) => ({ params: { seed: sourceName(path) }, props: { path } }));
}) satisfies GetStaticPaths;

/** The bytes of the seed as they are, private text withheld, under a name that no browser runs: a seed may be HTML. */
export const GET: APIRoute<{ path: string }> = async ({ props }) => {
  const bytes = await getSeedBytes(props.path);
  return new Response(bytes.slice().buffer, {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
};
