import type { APIRoute, GetStaticPaths } from 'astro';
import { siteAssets } from '../../assets/index.ts';

export const getStaticPaths = (async () => {
  const { files } = await siteAssets();
  return [...files.keys()].map((file) => ({ params: { file } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params }) => {
  const { files } = await siteAssets();
  const bytes = files.get(params.file ?? '');
  return bytes ? new Response(bytes.slice().buffer) : new Response(null, { status: 404 });
};
