import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { Refusal, refusalInWords } from '../refusal.ts';

/**
 * What is said of a site that could not be made: the place Astro or Vite names, what was found there, and what to do.
 *
 * @param root folder of the checkout, to which files are named
 */
export function siteFailure(error: unknown, root: string): Refusal {
  const known = refusalInWords(error);
  if (known !== undefined) return new Refusal(`${known} The site was not built.`);
  if (!(error instanceof Error)) return new Refusal(`The site was not built: ${String(error)}`);
  const place = placeOf(error, root);
  const hint = 'hint' in error && typeof error.hint === 'string' ? [`  ${error.hint}`] : [];
  return new Refusal(
    [
      `${place}${stripVTControlCharacters(error.message)}`,
      ...hint,
      'The site was not built. "npm run build -- --stack" prints where in the program it failed.',
    ].join('\n'),
  );
}

/** `content/themes/a.mdx:12: `, or nothing for an error without a place. */
function placeOf(error: Error, root: string): string {
  const { file, line } = locationOf(error);
  if (file === undefined) return '';
  return `${relative(root, file)}${line === undefined ? '' : `:${line}`}: `;
}

function locationOf(error: Error): { file?: string; line?: number } {
  if (!('loc' in error) || typeof error.loc !== 'object' || error.loc === null) return {};
  const { loc } = error;
  const file = 'file' in loc && typeof loc.file === 'string' ? { file: loc.file } : {};
  const line = 'line' in loc && typeof loc.line === 'number' ? { line: loc.line } : {};
  return { ...file, ...line };
}
