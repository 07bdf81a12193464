import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { siteAssets } from '../../assets/index.ts';

export const getStaticPaths = (async () => {
  const { licences } = await siteAssets();
  return licences.map(({ file, text }) => ({
    params: { file: file.replace(/\.txt$/, '') },
    props: { text },
  }));
}) satisfies GetStaticPaths;

/** The text of a licence, as its owner wrote it. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) =>
  new Response(props.text, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
