import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
import { readThemes, type SurveyFolders } from '../loaders/index.ts';

const NAME = 'virtual:theme-prose';
/** Vite's sign for a module that is no file. */
const RESOLVED = `\0${NAME}`;

/** A comment of MDX, such as a draft has in place of prose. */
const COMMENT = /\{\/\*[\s\S]*?\*\/\}/g;

/**
 * Gives pages the prose of themes as the module `virtual:theme-prose`, straight from `content/themes/`: nothing of it is
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

/** The module's text: by slug, the component of each theme that has prose and whether there may be formulas in it. */
async function proseModule(content: string): Promise<string> {
  const written = (await readThemes(content)).filter(
    ({ body }) => body.replace(COMMENT, '').trim() !== '',
  );
  const imports = written.map(
    ({ file }, index) => `import Content${index} from ${JSON.stringify(join(content, file))};\n`,
  );
  const entries = written.map(
    ({ slug, body }, index) =>
      `[${JSON.stringify(slug)}, { Content: Content${index}, hasMath: ${body.includes('$')} }],\n`,
  );
  return `${imports.join('')}export const proseOfThemes = new Map([\n${entries.join('')}]);\n`;
}
