import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { dataFileName } from '../../metadata/index.ts';
import { getSurvey } from '../../loaders/index.ts';
import { surveyWriters } from '../../writers/index.ts';

export const getStaticPaths = (() =>
  surveyWriters.map((writer) => ({
    params: { export: dataFileName(writer) },
    props: { format: writer.format },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({ props }) => {
  const survey = await getSurvey();
  const writer = surveyWriters.find(({ format }) => format === props.format);
  return new Response(writer?.write(survey.works, survey) ?? null);
};
