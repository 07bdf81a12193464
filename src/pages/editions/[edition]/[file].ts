import type { APIRoute, GetStaticPaths } from 'astro';
import { ARCHIVE, openEdition } from '../../../editions/index.ts';
import { getSurvey } from '../../../loaders/index.ts';

/** What stands on its own; the records are in the archive. */
const PAGE = /\.(?:html|css)$/u;

/** The survey as it was in each edition: its archive, and the page in it. */
export const getStaticPaths = (async () => {
  const { editions } = await getSurvey();
  const paths = [];
  for (const { edition, copied } of editions) {
    if (!copied) continue;
    const { files } = await openEdition(edition);
    for (const file of [ARCHIVE, ...files.keys()].filter(
      (name) => name === ARCHIVE || PAGE.test(name),
    ))
      paths.push({ params: { edition, file } });
  }
  return paths;
}) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params: { edition = '', file = '' } }) => {
  const { archive, files } = await openEdition(edition);
  const bytes = file === ARCHIVE ? archive : files.get(file);
  return new Response(bytes?.slice().buffer ?? null);
};
