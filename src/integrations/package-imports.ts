import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { z } from 'zod';
import { includedPackages } from '../assets/index.ts';
import { packageFolder } from '../loaders/index.ts';

/** `katex`, `@orama/stemmers/english`, not `./a.ts`, `/srv/a.ts`, `node:fs`, `astro:content` or `\0virtual`. */
const BARE = /^(?:@[\w.-]+\/)?[\w-][\w.-]*(?:\/[^:]*)?$/;
/** The name of the package in it: `@orama/stemmers`. */
const NAME = /^(?:@[^/]+\/)?[^/]+/;

/**
 * Lets pages find the packages of this program, wherever a project has them.
 *
 * Of a package that the bundle leaves outside, Node looks for a copy from the folder of the site, where there may be
 * another version or none. So what this program's own pages import is named by its place, and what nobody finds from the
 * project's folder is looked for from here.
 */
export function packageImports(): AstroIntegration {
  const { dependencies } = z
    .object({ dependencies: z.record(z.string(), z.string()) })
    .parse(JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')));
  // Vite compiles what belongs to Astro.
  const outside = new Set(Object.keys(dependencies).filter((name) => !/^@?astro/.test(name)));
  const sources = join(packageFolder, 'src');
  return {
    name: 'florilegium:package-imports',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'florilegium:package-imports',
                enforce: 'pre',
                configResolved({ environments }) {
                  if (command !== 'build') return;
                  // Astro has them prepared for its dev server, from the folder of the project, where they may not be found.
                  for (const { optimizeDeps } of Object.values(environments))
                    Object.assign(optimizeDeps, { noDiscovery: true, include: [] });
                },
                resolveId: {
                  filter: { id: BARE },
                  async handler(source, importer) {
                    if (importer?.startsWith(sources) === true) {
                      const included = includedPackages[source];
                      if (included !== undefined) return included;
                      if (command === 'build' && outside.has(NAME.exec(source)?.[0] ?? '')) {
                        return { id: import.meta.resolve(source), external: true };
                      }
                    }
                    const found = await this.resolve(source, importer, { skipSelf: true });
                    return found ?? ownPath(source);
                  },
                },
              },
            ],
          },
        });
      },
    },
  };
}

/** The file that an import stands for in this program; null when it is no package of its own either. */
function ownPath(source: string): string | null {
  try {
    return fileURLToPath(import.meta.resolve(source));
  } catch {
    return null;
  }
}
