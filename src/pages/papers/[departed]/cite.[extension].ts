import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { citeFiles } from '../../../view/index.ts';
import { getSurvey } from '../../../loaders/index.ts';

export const getStaticPaths = (async () =>
  citeFiles(await getSurvey()).map(({ permalink, extension, text }) => ({
    params: { departed: permalink, extension },
    props: { text },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) =>
  new Response(props.text);
