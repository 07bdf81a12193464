import type { APIRoute } from 'astro';
import { getSurvey } from '../../loaders/index.ts';
import { formatMessage, summarise } from '../../pipeline/index.ts';

/** Every message of the report as a line of text, for who searches or compares them; a build prints three of each kind. */
export const GET: APIRoute = async () => {
  const { messages } = await getSurvey();
  const lines = messages.map((message) => `${formatMessage(message)}\n`);
  return new Response(`${lines.join('')}${summarise(messages)}\n`);
};
