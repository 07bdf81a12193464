import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { packageFolder } from '../loaders/index.ts';

/** Somebody else's work that readers get with the site, and what they may do with it. */
export interface Licence {
  /** `katex` */
  name: string;
  /** Not that of the program itself: two versions that write the same pages write the same site. */
  version?: string;
  /** By its SPDX name: `MIT`. */
  licence: string;
  /** Name of the file with its text: `katex.txt`. */
  file: string;
  text: string;
}

const packageSchema = z.object({
  name: z.string(),
  version: z.string(),
  license: z.string().optional(),
  author: z.union([z.string(), z.object({ name: z.string() })]).optional(),
});

/** `LICENSE`, `LICENCE.md`, `license-mit.txt`, `COPYING` */
const LICENCE_FILE = /^(?:licen[cs]e|copying)(?:[-.][\w.-]*)?$/i;

/** What makes files or parts of pages that readers get although no script has a line of it. */
const MAKERS = ['pagefind', 'fflate', 'citeproc'];

/** The licences of everything that is shipped to readers, the program's own first, by the files that bundles are made of. */
export async function licencesOf(inputs: readonly string[]): Promise<Licence[]> {
  const { version: _, ...own } = await licenceIn(packageFolder);
  const folders = new Set<string>();
  for (const input of inputs) {
    const folder = packageOf(resolve(packageFolder, input));
    if (folder !== undefined && folder !== packageFolder) folders.add(folder);
  }
  for (const name of MAKERS) {
    const folder = installed(name);
    if (folder !== undefined) folders.add(folder);
  }
  const licences = await Promise.all([...folders].map(licenceIn));
  const fonts: Licence = {
    name: 'Source Serif 4, Source Sans 3',
    licence: 'OFL-1.1',
    file: 'fonts.txt',
    text: await readFile(join(packageFolder, 'src/styles/fonts/OFL.txt'), 'utf8'),
  };
  return [own, ...[...licences, fonts].sort((a, b) => (a.name < b.name ? -1 : 1))];
}

/** The folder of the package that a file belongs to. */
function packageOf(file: string): string | undefined {
  for (let folder = dirname(file); folder !== dirname(folder); folder = dirname(folder)) {
    if (isPackageFolder(folder)) return folder;
  }
  return undefined;
}

/** Some packages have a file of that name in every folder, to say what kind its modules are. */
function isPackageFolder(folder: string): boolean {
  const above = dirname(folder);
  const isNamed = basename(above).startsWith('@')
    ? dirname(above).endsWith('node_modules')
    : above.endsWith('node_modules') || folder === packageFolder;
  return isNamed && existsSync(join(folder, 'package.json'));
}

/** Where a package is installed, in the program's folder or above it. */
function installed(name: string): string | undefined {
  for (let folder = packageFolder; folder !== dirname(folder); folder = dirname(folder)) {
    const found = join(folder, 'node_modules', name);
    if (existsSync(found)) return found;
  }
  return undefined;
}

async function licenceIn(folder: string): Promise<Licence> {
  const { name, version, license, author } = packageSchema.parse(
    JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')),
  );
  const entries = await readdir(folder, { withFileTypes: true });
  const files = entries.filter((each) => each.isFile()).map((each) => each.name);
  const file = files.sort().find((each) => LICENCE_FILE.test(each));
  const holder = typeof author === 'object' ? author.name : author;
  return {
    name,
    version,
    licence: license ?? 'see its text',
    file: `${name.replace(/[^\w.-]+/g, '-').replace(/^-/, '')}.txt`,
    text:
      file === undefined
        ? `${name} ${version}${holder === undefined ? '' : `, by ${holder}`}\nLicence: ${license ?? 'not stated'}\n`
        : await readFile(join(folder, file), 'utf8'),
  };
}
