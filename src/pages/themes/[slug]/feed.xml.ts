import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { atomFeed } from '../../../metadata/index.ts';
import { themePath, viewOf } from '../../../view/index.ts';
import { getSurvey } from '../../../loaders/index.ts';

export const getStaticPaths = (async () => {
  const { themes } = await getSurvey();
  return themes.map((theme) => ({ params: { slug: theme.slug }, props: { theme } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({ props }) => {
  const { theme } = props;
  const survey = await getSurvey();
  const { works } = viewOf(survey);
  const channel = {
    title: `${theme.label} · ${survey.site.title}`,
    description: theme.tagline,
    path: themePath(theme.slug),
    works: theme.works.flatMap((permalink) => works.get(permalink) ?? []),
  };
  return new Response(atomFeed(channel, survey.site));
};
