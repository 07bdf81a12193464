import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { packsOf } from '../../../../export/index.ts';
import { getSurvey } from '../../../../loaders/index.ts';

export const getStaticPaths = (async () => {
  const { digest, scripts } = packsOf(await getSurvey());
  return [...scripts].map(([pack, text]) => ({ params: { digest, pack }, props: { text } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) =>
  new Response(props.text);
