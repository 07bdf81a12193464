import type { APIRoute, GetStaticPaths } from 'astro';
import { getSeedBytes, getSurvey } from '../../../loaders/index.ts';

export const getStaticPaths = (async () => {
  const { seeds } = await getSurvey();
  return seeds.map(({ path }) => ({ params: { seed: path } }));
}) satisfies GetStaticPaths;

/** The bytes of the seed as they are, private text withheld, under a name that no browser runs: a seed may be HTML. */
export const GET: APIRoute = async ({ params }) => {
  const bytes = await getSeedBytes(params['seed'] ?? '');
  return new Response(bytes.slice().buffer, {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
};
