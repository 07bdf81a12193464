import { constants } from 'node:os';
import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { Refusal, refusalInWords, systemSentence } from '../refusal.ts';

/**
 * What is said of a site that could not be made: the place Astro or Vite names, what was found there, and what to do.
 *
 * @param root folder of the checkout, to which files are named
 */
export function siteFailure(error: unknown, root: string): Refusal {
  const known = refusalInWords(error) ?? bundlerRefusal(error);
  if (known !== undefined) return new Refusal(`${known} The site was not built.`);
  if (!(error instanceof Error)) return new Refusal(`The site was not built: ${String(error)}`);
  const place = placeOf(error, root);
  const hint = 'hint' in error && typeof error.hint === 'string' ? [`  ${error.hint}`] : [];
  return new Refusal(
    [
      `${place}${stripVTControlCharacters(error.message).replace(BACKTRACE, '')}`,
      ...hint,
      'The site was not built. "npm run build -- --stack" prints where in the program it failed.',
    ].join('\n'),
  );
}

/** Where in itself the bundler failed. */
const BACKTRACE = /\n\s*Stack backtrace:[\s\S]*/;

/** `(os error 28)`, `Failed to write file in /a/b.js`, as the bundler quotes the system without its code */
const OS_ERROR = /\(os error (\d+)\)/;
const BUNDLED_FILE = /\bfile in (\/[^\n]+|[A-Z]:\\[^\n]+)/;

/** What an error of the system that the bundler met means, in a sentence; undefined for another error. */
function bundlerRefusal(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const number = Number(OS_ERROR.exec(error.message)?.[1]);
  const code = Object.entries(constants.errno).find(([, each]) => each === number)?.[0];
  if (code === undefined) return undefined;
  const path = BUNDLED_FILE.exec(error.message)?.[1] ?? 'a file of the site';
  return systemSentence(Object.assign(new Error(error.message), { code }), path);
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
