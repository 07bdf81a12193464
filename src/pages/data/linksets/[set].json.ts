import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { getSurvey } from '../../../loaders/index.ts';
import { linkSets } from '../../../metadata/index.ts';
import { viewOf } from '../../../view/index.ts';

export const getStaticPaths = (async () =>
  [...linkSets(viewOf(await getSurvey()))].map(([set, text]) => ({
    params: { set },
    props: { text },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) =>
  new Response(props.text);
