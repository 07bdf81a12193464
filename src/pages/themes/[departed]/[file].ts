import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { atomFeed } from '../../../metadata/index.ts';
import { addressPages, departedInWords, viewOf } from '../../../view/index.ts';
import { kindOf } from '../../../pipeline/index.ts';
import { getSurvey } from '../../../loaders/index.ts';
import { writers } from '../../../writers/index.ts';

/** The feed and the exports of themes that have another address or left: of the theme they lead to, else of their last papers. */
export const getStaticPaths = (async () => {
  const survey = await getSurvey();
  const view = viewOf(survey);
  return addressPages(view)
    .filter(({ address }) => kindOf(address) === 'themes')
    .flatMap((page) => {
      const departed = page.address.slice('themes/'.length);
      const theme = view.themes.get(
        page.fate.status === 'moved' ? page.fate.to.slice('themes/'.length) : '',
      );
      const permalinks = theme?.works ?? [...new Set(page.papers.map(view.current))];
      const works = permalinks.flatMap((permalink) => view.works.get(permalink) ?? []);
      return [
        {
          params: { departed, file: 'feed.xml' },
          props: {
            text: atomFeed(
              {
                title: `${theme?.label ?? page.title} · ${survey.site.title}`,
                description: departedInWords(page, view.words),
                path: page.target?.path ?? page.path,
                works,
              },
              survey.site,
            ),
          },
        },
        ...writers.map((writer) => ({
          params: { departed, file: `works.${writer.extension}` },
          props: { text: writer.write(works, survey) },
        })),
      ];
    });
}) satisfies GetStaticPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) =>
  new Response(props.text);
