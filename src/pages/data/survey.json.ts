import type { APIRoute } from 'astro';
import { getSurvey } from '../../loaders/index.ts';
import { surveyJson } from '../../writers/index.ts';

export const GET: APIRoute = async () =>
  new Response(`${JSON.stringify(surveyJson(await getSurvey()), null, 1)}\n`);
