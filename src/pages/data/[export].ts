import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { getSurvey } from '../../loaders/index.ts';
import { writers } from '../../writers/index.ts';

/** `works.csl.json` keeps apart from other JSON in the folder. */
const fileNames: Record<string, string> = { 'csl-json': 'works.csl.json' };

export const getStaticPaths = (() =>
  writers.map((writer) => ({
    params: { export: fileNames[writer.format] ?? `works.${writer.extension}` },
    props: { format: writer.format },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({ props }) => {
  const survey = await getSurvey();
  const writer = writers.find(({ format }) => format === props.format);
  return new Response(writer?.write(survey.works, survey) ?? null);
};
