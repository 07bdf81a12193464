import type { APIRoute } from 'astro';
import { atomFeed } from '../metadata/index.ts';
import { getSurvey } from '../loaders/index.ts';

export const GET: APIRoute = async () => {
  const { site, works } = await getSurvey();
  const { title, description } = site;
  return new Response(atomFeed({ title, description, path: '/', works }, site));
};
