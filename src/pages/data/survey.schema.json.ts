import type { APIRoute } from 'astro';
import { surveyJsonSchema } from '../../writers/index.ts';

export const GET: APIRoute = () => new Response(`${JSON.stringify(surveyJsonSchema(), null, 1)}\n`);
