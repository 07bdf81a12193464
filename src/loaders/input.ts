import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type Correction,
  correctionFileSchema,
  type Edition,
  editionSchema,
  type PermalinkLedger,
  permalinkLedgerFile,
  permalinkLedgerSchema,
  type Seed,
  type Site,
  siteSchema,
  type SurveyInput,
  themeSchema,
  type WrittenTheme,
} from '../model/index.ts';
import type { z } from 'zod';
import { ContentError, type ContentProblem } from './content-error.ts';
import type { SurveyFolders } from './folders.ts';
import { readYaml } from './yaml-file.ts';

/** `---\nlabel: …\n---\nprose` */
const FRONT_MATTER = /^\uFEFF?---\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/;

/**
 * Reads everything a survey is made from. Absent files and folders are an empty survey, not an error.
 *
 * @throws ContentError when a file under `content/` cannot be used, with every problem found
 */
export async function readSurveyInput(
  folders: Pick<SurveyFolders, 'seeds' | 'content'>,
): Promise<SurveyInput> {
  const problems: ContentProblem[] = [];
  const collect = async <T>(work: Promise<T>, fallback: T): Promise<T> => {
    try {
      return await work;
    } catch (error) {
      if (!(error instanceof ContentError)) throw error;
      problems.push(...error.problems);
      return fallback;
    }
  };

  const [seeds, site, themes, corrections, permalinks, editions] = await Promise.all([
    readSeeds(folders.seeds),
    collect(readSite(folders.content), siteSchema.parse({})),
    collect(readThemes(folders.content), []),
    collect(readCorrections(folders.content), []),
    collect(readPermalinkLedger(folders.content), { version: 2 as const, permalinks: [] }),
    collect(readEditions(folders.content), []),
  ]);
  if (problems.length > 0) throw new ContentError(problems);
  return { seeds, site, themes, corrections, permalinks, editions };
}

/** Every file below a folder whose name does not begin with a dot, in code-unit order of path. */
async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    },
  );
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter((path) => !path.split('/').some((part) => part.startsWith('.')))
    .sort();
}

async function readSeeds(folder: string): Promise<Seed[]> {
  const paths = await filesBelow(folder);
  return Promise.all(
    paths.map(async (path) => ({ path, bytes: await readFile(join(folder, path)) })),
  );
}

async function readIfThere(file: string): Promise<string | undefined> {
  return readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
}

async function readSite(content: string): Promise<Site> {
  const text = await readIfThere(join(content, 'site.yaml'));
  return readYaml(text ?? '{}', siteSchema, 'content/site.yaml').value;
}

/**
 * Every theme of a content folder, its front matter checked.
 *
 * @throws ContentError when one cannot be used, with every problem found
 */
export async function readThemes(content: string): Promise<WrittenTheme[]> {
  const folder = join(content, 'themes');
  const themes: WrittenTheme[] = [];
  const problems: ContentProblem[] = [];
  for (const name of await filesBelow(folder)) {
    if (!name.endsWith('.mdx')) continue;
    const file = `content/themes/${name}`;
    const text = await readFile(join(folder, name), 'utf8');
    const match = FRONT_MATTER.exec(text);
    if (!match) {
      problems.push({
        file,
        line: 1,
        text: 'no front matter found; a theme begins with "---", its label, scope note and rules, and "---"',
        hint: 'Copy the head of another theme and change it.',
      });
      continue;
    }
    try {
      const { value } = readYaml(match[1] ?? '', themeSchema, file, 2);
      themes.push({
        slug: name.slice(0, -'.mdx'.length).replaceAll('/', '-'),
        file: `themes/${name}`,
        frontMatter: value,
        body: text.slice(match[0].length),
        bodyLine: match[0].split('\n').length,
      });
    } catch (error) {
      if (!(error instanceof ContentError)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new ContentError(problems);
  return themes;
}

async function readCorrections(content: string): Promise<Correction[]> {
  const folder = join(content, 'corrections');
  const corrections: Correction[] = [];
  const problems: ContentProblem[] = [];
  for (const name of await filesBelow(folder)) {
    if (!/\.ya?ml$/.test(name)) continue;
    try {
      corrections.push(...parseCorrections(await readFile(join(folder, name), 'utf8'), name));
    } catch (error) {
      if (!(error instanceof ContentError)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new ContentError(problems);
  return corrections;
}

/**
 * The corrections in the text of a file, each with its line.
 *
 * @param name path of the file below `content/corrections/`
 * @throws ContentError when the text is not a list of corrections
 */
export function parseCorrections(text: string, name: string): Correction[] {
  const file = `content/corrections/${name}`;
  const { value, lineOf } = readYaml(text, correctionFileSchema.default([]), file);
  return value.map((correction, index) => ({
    ...correction,
    file: `corrections/${name}`,
    line: lineOf([index]),
  }));
}

async function readPermalinkLedger(content: string): Promise<PermalinkLedger> {
  const text = await readIfThere(join(content, permalinkLedgerFile));
  if (text === undefined) return { version: 2, permalinks: [] };
  return readJson(text, permalinkLedgerSchema, `content/${permalinkLedgerFile}`);
}

async function readEditions(content: string): Promise<Edition[]> {
  const folder = join(content, 'editions');
  const editions: Edition[] = [];
  const problems: ContentProblem[] = [];
  for (const name of await filesBelow(folder)) {
    if (!name.endsWith('.json')) continue;
    const file = `content/editions/${name}`;
    try {
      const edition = readJson(await readFile(join(folder, name), 'utf8'), editionSchema, file);
      if (`${edition.edition}.json` === name) editions.push(edition);
      else {
        const text = `the file holds the edition ${edition.edition}`;
        problems.push({ file, text, hint: `Name it ${edition.edition}.json.` });
      }
    } catch (error) {
      if (!(error instanceof ContentError)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new ContentError(problems);
  return editions;
}

/** Reads JSON. JSON is YAML, so that a problem has its line; the slower reader is asked only when there is one. */
function readJson<S extends z.ZodType>(text: string, schema: S, file: string): z.output<S> {
  try {
    const read = schema.safeParse(JSON.parse(text));
    if (read.success) return read.data;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  return readYaml(text, schema, file).value;
}
