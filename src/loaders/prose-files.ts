import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { ContentProblem } from './content-error.ts';
import { packageFolder } from './folders.ts';

/** `import X from './x.astro'`, `import { a, b } from 'x'`, `export * from './x'`, `import './x.css'` */
const IMPORT =
  /^(?:(?:import|export)\s[^'"`;]{0,2000}?\bfrom\s{0,20}|import\s{0,20})(['"])([^'"\n]{1,500})\1/gm;

/** `![Hedges](hedges.png "in rain")` */
const IMAGE = /!\[[^\]\n]{0,1000}\]\(\s{0,20}<?([^)\s>]{1,1000})/g;

/** Blocks and spans of code, in which nothing is imported. */
const CODE = /^ {0,3}(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^ {0,3}\1|$(?![\s\S]))|`[^`\n]*`/gm;

/** `https:`, `astro:`, `//host`, `/logo.png`, `#part`; `@/x`, `~/x` and `#x` are names of a project's own. */
const ELSEWHERE = /^(?:[a-z][a-z\d+.-]*:|\/|#|[@~]\/)/i;

/** What may be left out of the name of a file that is imported. */
const ENDINGS = ['', '.ts', '.js', '.mjs', '.tsx', '.jsx', '.mdx', '/index.ts', '/index.js'];

/**
 * What the prose of a file takes from other files that are not there: modules it imports and images it shows. A build would
 * stop at them much later.
 *
 * @param path of the file itself, absolute
 * @param file name for messages
 * @param firstLine line of the file on which the text begins
 */
export function missingFiles(
  text: string,
  path: string,
  file: string,
  firstLine: number,
): ContentProblem[] {
  const prose = text.replace(CODE, (code) => code.replace(/[^\n]/g, ' '));
  const problem = (at: number, found: string, hint: string): ContentProblem => ({
    file,
    line: firstLine + prose.slice(0, at).split('\n').length - 1,
    text: found,
    hint,
  });
  const imports = Array.from(prose.matchAll(IMPORT), ({ 2: name = '', index }) => ({ name, index }))
    .filter(({ name }) => !isThere(name, path))
    .map(({ name, index }) =>
      problem(
        index,
        `“${name}” is imported, and ${/^\.{1,2}\//.test(name) ? 'no such file is there' : 'no such package is installed'}.`,
        'Correct the path, which begins at the folder of the file itself, or take the import out.',
      ),
    );
  const images = Array.from(prose.matchAll(IMAGE), ({ 1: name = '', index }) => ({ name, index }))
    .filter(({ name }) => !ELSEWHERE.test(name) && !existsSync(join(dirname(path), plain(name))))
    .map(({ name, index }) =>
      problem(
        index,
        `The image “${name}” is not there.`,
        'Put it beside the file, or correct the path, which begins at the folder of the file itself.',
      ),
    );
  return [...imports, ...images];
}

function isThere(name: string, path: string): boolean {
  if (/^\.{1,2}\//.test(name)) {
    const [plainName = name] = name.split('?');
    return ENDINGS.some((ending) => existsSync(join(dirname(path), plainName + ending)));
  }
  if (ELSEWHERE.test(name)) return true;
  const [first = '', second = ''] = name.split('/');
  const packageName = first.startsWith('@') ? `${first}/${second}` : first;
  // The program itself is a package by its name in its own folder.
  return (
    packageName === 'florilegium' ||
    [dirname(path), packageFolder].some((folder) => isInstalled(packageName, folder))
  );
}

function isInstalled(name: string, folder: string): boolean {
  const parent = resolve(folder, '..');
  return (
    existsSync(join(folder, 'node_modules', name)) ||
    (parent !== folder && isInstalled(name, parent))
  );
}

/** `a%20b.png` as the file is called. */
function plain(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
