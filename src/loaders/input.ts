import { existsSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type Correction,
  correctionFileSchema,
  type Edition,
  editionSchema,
  type PermalinkLedger,
  permalinkLedgerFile,
  permalinkLedgerSchema,
  type Site,
  siteSchema,
  type SurveyInput,
  pageSchema,
  themeSchema,
  type WrittenPage,
  type WrittenTheme,
} from '../model/index.ts';
import type { z } from 'zod';
import { readDecisions } from '../screening/index.ts';
import { ContentError, type ContentProblem } from './content-error.ts';
import { contentText, listFiles, readSeeds } from './files.ts';
import type { SurveyFolders } from './folders.ts';
import { missingFiles } from './prose-files.ts';
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

  const [
    { seeds, unread },
    site,
    themes,
    pages,
    corrections,
    decisions,
    permalinks,
    editions,
    copies,
  ] = await Promise.all([
    collect(readSeeds(folders.seeds), { seeds: [], unread: [] }),
    collect(readSite(folders.content), siteSchema.parse({})),
    collect(readThemes(folders.content), []),
    collect(readPages(folders.content), []),
    collect(readCorrections(folders.content), []),
    collect(readDecisionTable(folders.content), {}),
    collect(readPermalinkLedger(folders.content), { version: 2 as const, permalinks: [] }),
    collect(readEditions(folders.content), []),
    collect(copiesOf(folders.content), []),
  ]);
  if (problems.length > 0) throw new ContentError(problems);
  return {
    seeds,
    unread,
    site,
    themes,
    pages,
    corrections,
    ...decisions,
    permalinks,
    editions,
    copies,
  };
}

/** What files of `content/` are called. */
const NAMED_FILE = /\.(?:mdx?|ya?ml|json)$/;

/**
 * The files below a folder of `content/`, hidden ones left out.
 *
 * @throws ContentError when something called as a file is none
 */
async function filesBelow(folder: string, name: string): Promise<string[]> {
  const { files, others, folders } = await listFiles(folder, name);
  const wrong = [...folders.map((path) => ({ path, is: 'a folder' })), ...others]
    .filter(({ path }) => NAMED_FILE.test(path))
    .map(({ path, is }) => ({
      file: `${name}/${path}`,
      text: `it is ${is}; a plain file was expected`,
      hint: 'Put the file there itself, or give this another name.',
    }));
  if (wrong.length > 0) throw new ContentError(wrong);
  return files;
}

/** The schema with what only the runtime knows: the languages there are tags for. */
const checkedSiteSchema = siteSchema.refine(({ language }) => isLanguageTag(language), {
  path: ['language'],
  error: 'a language tag such as en, pt-BR or zh-Hant was expected (BCP 47)',
});

function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

/**
 * What a survey is called and where it will stand.
 *
 * @throws ContentError when `content/site.yaml` cannot be used
 */
export async function readSite(content: string): Promise<Site> {
  const file = 'content/site.yaml';
  const text = await contentText(join(content, 'site.yaml'), file);
  if (text === undefined && existsSync(join(content, 'site.yml'))) {
    throw unread('content/site.yml', file);
  }
  const { value: site, lineOf } = readYaml(text ?? '{}', checkedSiteSchema, file);
  const absent = (['logo', 'wordmark', 'card'] as const).filter(
    (name) =>
      site[name] !== undefined &&
      !statSync(join(content, site[name]), { throwIfNoEntry: false })?.isFile(),
  );
  if (absent.length > 0) {
    throw new ContentError(
      absent.map((name) => ({
        file,
        line: lineOf([name]),
        text: `"${name}": there is no content/${site[name]}`,
        hint: 'Put the image there, or take the line out.',
      })),
    );
  }
  return site;
}

/**
 * Every theme of a content folder, its front matter checked.
 *
 * @throws ContentError when one cannot be used, with every problem found
 */
export function readThemes(content: string): Promise<WrittenTheme[]> {
  return readProse(content, 'themes', themeSchema, {
    text: 'no front matter found; a theme begins with "---", its label, scope note and rules, and "---"',
    hint: 'Copy the head of another theme and change it.',
  });
}

/**
 * Every page of the survey's own, its front matter checked.
 *
 * @throws ContentError when one cannot be used, with every problem found
 */
export function readPages(content: string): Promise<WrittenPage[]> {
  return readProse(content, 'pages', pageSchema, {
    text: 'no front matter found; a page begins with "---", its title, and "---"',
    hint: 'Write "---", "title: What it is called" and "---" on its first three lines.',
  });
}

/** `trees.md`, but not the `README.md` of a folder */
const OTHER_PROSE = /(?<!(?:^|\/)readme)\.(?:md|markdown)$/i;

/** What is said of a file that is not read, but would be by another name. */
function unread(file: string, name: string): ContentError {
  return new ContentError([
    { file, text: 'nothing reads a file of this name', hint: `Name it ${name}.` },
  ]);
}

/** The MDX files of a folder of `content/`, each with its front matter and its text. */
async function readProse<S extends z.ZodType>(
  content: string,
  name: 'themes' | 'pages',
  schema: S,
  headless: Pick<ContentProblem, 'text' | 'hint'>,
): Promise<
  { slug: string; file: string; frontMatter: z.output<S>; body: string; bodyLine: number }[]
> {
  const folder = join(content, name);
  const paths = (await filesBelow(folder, `content/${name}`)).filter(
    (path) => path.endsWith('.mdx') || OTHER_PROSE.test(path),
  );
  return readEach(paths, async (path) => {
    const file = `content/${name}/${path}`;
    if (OTHER_PROSE.test(path)) throw unread(file, file.replace(OTHER_PROSE, '.mdx'));
    const text = (await contentText(join(folder, path), file)) ?? '';
    const match = FRONT_MATTER.exec(text);
    if (!match) throw new ContentError([{ file, line: 1, ...headless }]);
    const { value: frontMatter } = readYaml(match[1] ?? '', schema, file, 2);
    const body = text.slice(match[0].length);
    const bodyLine = match[0].split('\n').length;
    const missing = missingFiles(body, join(folder, path), file, bodyLine);
    if (missing.length > 0) throw new ContentError(missing);
    const slug = path.slice(0, -'.mdx'.length).replaceAll('/', '-');
    return [{ slug, file: `${name}/${path}`, frontMatter, body, bodyLine }];
  });
}

/**
 * What is read from each of several files.
 *
 * @throws ContentError with the problems of all of them
 */
async function readEach<T>(
  names: readonly string[],
  read: (name: string) => Promise<readonly T[]>,
): Promise<T[]> {
  const found: T[] = [];
  const problems: ContentProblem[] = [];
  for (const name of names) {
    try {
      found.push(...(await read(name)));
    } catch (error) {
      if (!(error instanceof ContentError)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new ContentError(problems);
  return found;
}

async function readCorrections(content: string): Promise<Correction[]> {
  const folder = join(content, 'corrections');
  const names = await filesBelow(folder, 'content/corrections');
  return readEach(
    names.filter((name) => /\.(?:ya?ml|json)$/.test(name)),
    async (name) => {
      const file = `content/corrections/${name}`;
      if (name.endsWith('.json')) throw unread(file, file.replace(/json$/, 'yaml'));
      const text = await contentText(join(folder, name), file);
      return parseCorrections(text ?? '', name);
    },
  );
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

/** The decisions of people who screen; none where there is no table of them. */
async function readDecisionTable(
  content: string,
): Promise<Pick<SurveyInput, 'decisions' | 'unreadDecisions'>> {
  const file = 'content/decisions.csv';
  const text = await contentText(join(content, 'decisions.csv'), file);
  if (text === undefined) return {};
  const { isTable, decisions, problems } = readDecisions(text, 'decisions.csv');
  if (!isTable) throw new ContentError(problems.map((each) => ({ file, ...each })));
  return { decisions, unreadDecisions: problems };
}

async function readPermalinkLedger(content: string): Promise<PermalinkLedger> {
  const text = await contentText(
    join(content, permalinkLedgerFile),
    `content/${permalinkLedgerFile}`,
  );
  if (text === undefined) return { version: 2, permalinks: [] };
  return parsePermalinkLedger(text, `content/${permalinkLedgerFile}`);
}

/**
 * The permalink ledger in the text of a file.
 *
 * @throws ContentError when it is none
 */
export function parsePermalinkLedger(text: string, file: string): PermalinkLedger {
  return readJson(text, permalinkLedgerSchema, file);
}

async function readEditions(content: string): Promise<Edition[]> {
  const folder = join(content, 'editions');
  const names = await filesBelow(folder, 'content/editions');
  return readEach(
    names.filter((name) => name.endsWith('.json')),
    async (name) => {
      const file = `content/editions/${name}`;
      const text = (await contentText(join(folder, name), file)) ?? '';
      const edition = readJson(text, editionSchema, file);
      if (`${edition.edition}.json` === name) return [edition];
      const problem = `the file holds the edition ${edition.edition}`;
      const hint = `Name it ${edition.edition}.json.`;
      throw new ContentError([{ file, text: problem, hint }]);
    },
  );
}

const COPY = '.zip';

/** Names of the editions that a copy of the survey as it was is kept of. What is in it is read when its page is made. */
async function copiesOf(content: string): Promise<string[]> {
  const names = await filesBelow(join(content, 'editions'), 'content/editions');
  const copies = names
    .filter((name) => name.endsWith(COPY))
    .map((name) => name.slice(0, -COPY.length));
  const strays = copies.filter((name) => !names.includes(`${name}.json`));
  if (strays.length === 0) return copies;
  throw new ContentError(
    strays.map((name) => ({
      file: `content/editions/${name}${COPY}`,
      text: `there is no content/editions/${name}.json, and a copy belongs to the state of an edition`,
      hint: 'Put back the file that the release wrote beside it, or take the copy away.',
    })),
  );
}

/**
 * The copy of the survey as it was in an edition.
 *
 * @throws ContentError when there is none
 */
export async function readEditionCopy(content: string, edition: string): Promise<Uint8Array> {
  const file = `content/editions/${edition}${COPY}`;
  const bytes = await readFile(join(content, 'editions', `${edition}${COPY}`)).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    },
  );
  if (bytes !== undefined) return new Uint8Array(bytes);
  throw new ContentError([{ file, text: 'the copy of the edition is not there' }]);
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
