import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { resourceSync } from '../../metadata/index.ts';
import { getSurvey } from '../../loaders/index.ts';

export const getStaticPaths = (async () =>
  [...resourceSync(await getSurvey())].map(([file, text]) => ({
    params: { list: file.replace(/\.xml$/, '') },
    props: { text },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) =>
  new Response(props.text);
