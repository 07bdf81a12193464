import type { APIRoute } from 'astro';
import { dataFiles } from '../metadata/index.ts';
import { absoluteUrl } from '../writers/index.ts';
import { themePath } from '../view/index.ts';
import { wordsFor } from '../words/index.ts';
import { getSurvey } from '../loaders/index.ts';

/** A guide to the site for language models (https://llmstxt.org). */
export const GET: APIRoute = async () => {
  const survey = await getSurvey();
  const { site, works, themes } = survey;
  const line = (label: string, path: string, says: string) =>
    `- [${label}](${absoluteUrl(site, path)}): ${says.replace(/\s+/g, ' ')}`;
  const text = [
    `# ${site.title}`,
    '',
    `> ${site.description.replace(/\s+/g, ' ').trim()}`,
    '',
    `${wordsFor('en').papers(works.length)}, each on a page of its own under a permanent address, with abstract, identifiers, themes and the lines of the listing it was read from. Cite a paper by its own identifiers, and the survey by its edition.`,
    '',
    '## Pages',
    '',
    line('Papers', '/papers/', 'all papers, newest first'),
    line('How it is made', '/about/', 'methods, themes and provenance'),
    line('Report on the sources', '/report/', 'what was read, inferred, corrected and left out'),
    '',
    '## Themes',
    '',
    ...themes.map((theme) => line(theme.label, themePath(theme.slug), theme.scopeNote)),
    '',
    '## Data',
    '',
    line('Data files', '/data/', 'what each file holds'),
    ...dataFiles.map(({ label, path, holds }) => line(label, path, holds)),
    line('Atom feed', '/feed.xml', 'the newest papers'),
    '',
  ];
  return new Response(text.join('\n'));
};
