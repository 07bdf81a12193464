import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { APIRoute, GetStaticPaths } from 'astro';
import { getSurvey, surveyFolders } from '../loaders/index.ts';

export const getStaticPaths = (async () => {
  const { card } = (await getSurvey()).site;
  return card === undefined
    ? []
    : [{ params: { extension: card.split('.').at(-1)?.toLowerCase() } }];
}) satisfies GetStaticPaths;

/** The image that goes with links to the survey, under an address that does not change with it. */
export const GET: APIRoute = async () => {
  const { card = '' } = (await getSurvey()).site;
  const bytes = await readFile(join(surveyFolders().content, card));
  return new Response(new Uint8Array(bytes));
};
