import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { addressPages, departedInWords, viewOf } from '../../../view/index.ts';
import { kindOf } from '../../../pipeline/index.ts';
import { isText } from '../../../provenance/index.ts';
import { getSeedBytes, getSurvey } from '../../../loaders/index.ts';

/** The text of sources that have another address, and a word in place of those that left. */
export const getStaticPaths = (async () => {
  const survey = await getSurvey();
  const view = viewOf(survey);
  return addressPages(view)
    .filter(({ address }) => kindOf(address) === 'sources')
    .map((page) => {
      const { address, fate } = page;
      const to = fate.status === 'moved' ? fate.to : undefined;
      const seed = view.seeds.get(survey.sources.find((each) => each.address === to)?.path ?? '');
      return {
        params: { departed: address.slice('sources/'.length) },
        props: {
          seed: seed && isText(seed) ? seed.path : undefined,
          said: departedInWords(page, view.words),
        },
      };
    });
}) satisfies GetStaticPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({ props }) => {
  const { seed, said } = props;
  const text = seed === undefined ? `${said}\n` : (await getSeedBytes(seed)).slice().buffer;
  return new Response(text, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
};
