import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { getSurvey } from '../../../loaders/index.ts';
import { writers } from '../../../writers/index.ts';

export const getStaticPaths = (async () => {
  const { works } = await getSurvey();
  return works.flatMap((work) =>
    writers.map((writer) => ({
      params: { permalink: work.permalink, extension: writer.extension },
      props: { work, writer },
    })),
  );
}) satisfies GetStaticPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({ props }) =>
  new Response(props.writer.write([props.work], await getSurvey()));
