import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { viewOf } from '../../../view/index.ts';
import { getSurvey } from '../../../loaders/index.ts';
import { writers } from '../../../writers/index.ts';

export const getStaticPaths = (async () => {
  const { themes } = await getSurvey();
  return themes.flatMap((theme) =>
    writers.map((writer) => ({
      params: { slug: theme.slug, extension: writer.extension },
      props: { theme, writer },
    })),
  );
}) satisfies GetStaticPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({ props }) => {
  const survey = await getSurvey();
  const { works } = viewOf(survey);
  const members = props.theme.works.flatMap((permalink) => works.get(permalink) ?? []);
  return new Response(props.writer.write(members, survey));
};
