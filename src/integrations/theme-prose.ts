import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
import { readPages, readThemes, type SurveyFolders } from '../loaders/index.ts';
import type { WrittenPage } from '../model/index.ts';

const NAME = 'virtual:theme-prose';
/** Vite's sign for a module that is no file. */
const RESOLVED = `\0${NAME}`;

/** A comment of MDX, such as a draft has in place of prose. */
const COMMENT = /\{\/\*[\s\S]*?\*\/\}/g;

/**
 * Gives pages the prose of themes and of the survey's own pages as the module `virtual:theme-prose`, straight from the
 * content folder: nothing of it is
 * kept between builds, or shared by two that run at once.
 */
export function themeProse({ content }: SurveyFolders): AstroIntegration {
  return {
    name: 'florilegium:theme-prose',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'florilegium:theme-prose',
                resolveId: (id) => (id === NAME ? RESOLVED : undefined),
                load: (id) => (id === RESOLVED ? proseModule(content) : undefined),
              },
            ],
          },
        });
      },
    },
  };
}

/** The module's text: the prose of themes and of the survey's own pages. */
async function proseModule(content: string): Promise<string> {
  return [
    mapOf('proseOfThemes', content, await readThemes(content)),
    mapOf('proseOfPages', content, await readPages(content)),
  ].join('');
}

/** By slug, the component of each text that has words and whether there may be formulas in it. */
function mapOf(
  name: string,
  content: string,
  texts: readonly Pick<WrittenPage, 'slug' | 'file' | 'body'>[],
): string {
  const written = texts.filter(({ body }) => body.replace(COMMENT, '').trim() !== '');
  const imports = written.map(
    ({ file }, index) => `import ${name}${index} from ${JSON.stringify(join(content, file))};\n`,
  );
  const entries = written.map(
    ({ slug, body }, index) =>
      `[${JSON.stringify(slug)}, { Content: ${name}${index}, hasMath: ${body.includes('$')} }],\n`,
  );
  return `${imports.join('')}export const ${name} = new Map([\n${entries.join('')}]);\n`;
}
