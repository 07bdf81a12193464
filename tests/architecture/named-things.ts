import { globSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import type { Nodes } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

/** What a Markdown text says in code or links to, with the line it stands on. */
export interface Named {
  kind: 'code' | 'command' | 'link';
  text: string;
  line: number;
}

/** Code between words, lines of shell blocks, and targets of links, in order. */
export function namedThings(markdown: string): Named[] {
  const named: Named[] = [];
  const walk = (node: Nodes): void => {
    const line = node.position?.start.line ?? 1;
    if (node.type === 'inlineCode') named.push({ kind: 'code', text: node.value, line });
    if (node.type === 'link') named.push({ kind: 'link', text: node.url, line });
    if (node.type === 'code' && node.lang === 'sh')
      for (const [index, text] of node.value.split('\n').entries())
        named.push({ kind: 'command', text, line: line + 1 + index });
    if ('children' in node) for (const child of node.children) walk(child);
  };
  walk(unified().use(remarkParse).use(remarkGfm).parse(markdown));
  return named;
}

/** What there is to be named. */
export interface Repository {
  /** Files and folders from the root, without a slash at the end: `src/text/index.ts`, `src/text`. */
  paths: ReadonlySet<string>;
  scripts: ReadonlySet<string>;
  /** Commands of the command line: `release`. */
  commands: ReadonlySet<string>;
  /** Names that a module of `src` or `tests` exports, and components. */
  names: ReadonlySet<string>;
  /** `FLORILEGIUM_OUT` */
  variables: ReadonlySet<string>;
}

/** `export async function buildSurvey(`, `export type Message =`; the name is the first group. */
const EXPORT =
  /^export (?:declare )?(?:async )?(?:abstract )?(?:const|function|class|interface|type) (\w+)/gm;
/** `process.env.FLORILEGIUM_OUT`, `folder('FLORILEGIUM_OUT', …)` */
const VARIABLE = /\bFLORILEGIUM_[A-Z_]+\b/g;
/** `.command('release')`, `.command('read <files...>')` of commander. */
const COMMAND = /\.command\('([a-z-]+)/g;

/** What the working tree at `root` has. */
export function repositoryAt(root: string): Repository {
  const files = globSync(
    ['*', '.{ci,github}/**', '{src,tests,bench,bin,docs,packing,public,content,seeds}/**'],
    {
      cwd: root,
    },
  )
    .map((path) => path.replaceAll('\\', '/'))
    // What a build makes is there on some machines and not on others.
    .filter((path) => path !== 'dist');
  const read = (path: string) => readFileSync(join(root, path), 'utf8');
  const codeOf = (folder: string) =>
    files.filter((path) => path.startsWith(folder) && path.endsWith('.ts')).map(read);
  const code = codeOf('src/');
  const firsts = (texts: readonly string[], sought: RegExp) =>
    texts.flatMap((text) => Array.from(text.matchAll(sought), (match) => match[1] ?? match[0]));
  const { scripts }: { scripts: Record<string, string> } = JSON.parse(read('package.json'));
  return {
    paths: new Set(files),
    scripts: new Set(Object.keys(scripts)),
    commands: new Set(firsts(code, COMMAND)),
    names: new Set([
      ...firsts([...code, ...codeOf('tests/')], EXPORT),
      ...files
        .filter((path) => path.endsWith('.astro'))
        .map((path) => posix.basename(path, '.astro')),
    ]),
    variables: new Set(firsts(code, VARIABLE)),
  };
}

/** `npm run check`, `npm run -s florilegium -- read`; the script, and the command of the command line. */
const NPM_RUN = /\bnpm run (?:-s )?([\w-]+)(?: -- ([a-z][\w-]*))?/g;
/** `npm test -- --project unit` */
const NPM_TEST = /\bnpm test\b/g;
/** `node bench/run.ts` */
const NODE = /\bnode ([\w./-]+)/g;
/** `src/text/index.ts`, `tests/{site,browser}`, `src/readers/formats/`, `astro.config.mjs`, `paper/` */
const PATH = /^\.?[\w@[\]{},*-][\w@./[\]{},*-]*$/;
/** `buildSurvey`, `buildSurvey(input)`, `Survey`, `<Cite of="…" />`: a name of code, not a word of data. */
const NAME = /^(?:<([A-Z]\w+)\b.*|([a-z]+[A-Z]\w*|[A-Z][a-z]\w*)(?:\(.*\))?|([a-z]\w*)\(.*\))$/s;

/** Why a text is wrong to name a thing; null where it is right, or names nothing of the repository. */
export function whyAbsent(
  { kind, text }: Named,
  file: string,
  repository: Repository,
): string | null {
  const here = posix.dirname(file);
  if (kind === 'link') {
    if (/^(?:[a-z]+:|#)/.test(text)) return null;
    const target = posix.join(here, text.replace(/#.*$/, ''));
    return isThere(target, repository) ? null : `${target} does not exist`;
  }
  for (const [, script = '', command] of text.matchAll(NPM_RUN)) {
    if (!repository.scripts.has(script)) return `package.json has no script ${script}`;
    if (script === 'florilegium' && command !== undefined && !repository.commands.has(command))
      return `the command line has no command ${command}`;
  }
  if (NPM_TEST.test(text) && !repository.scripts.has('test'))
    return 'package.json has no script test';
  for (const [, path = ''] of text.matchAll(NODE))
    if (!isThere(path, repository)) return `${path} does not exist`;
  for (const [variable] of text.matchAll(VARIABLE))
    if (!repository.variables.has(variable)) return `no code reads ${variable}`;
  if (kind === 'command') return null;
  if (PATH.test(text) && isOfRepository(text, here, repository)) {
    const bare = text.replace(/\/$/, '');
    const places = [text, posix.join(here, text), ...(bare.includes('/') ? [] : [`**/${bare}`])];
    return places.some((path) => isThere(path, repository)) ? null : `${text} does not exist`;
  }
  const name = NAME.exec(text)?.slice(1).find(Boolean);
  return name === undefined || repository.names.has(name) ? null : `nothing exports ${name}`;
}

/** `index.ts`, `*.entry.ts`, `src/prose/Cite.astro` */
const SOURCE = /[\w\]*]\.(?:ts|astro|grit)$/;

/** True for code that names a file of the repository: one of its folders comes first, or it ends as a source file or folder. */
function isOfRepository(text: string, here: string, { paths }: Repository): boolean {
  // What a survey is made from belongs to whoever writes it, and other folders are there after a build only.
  if (/^(?:(?:seeds|content)\/.|(?:dist|lib|\.?florilegium)\/)/.test(text)) return false;
  if (SOURCE.test(text) || text.endsWith('/')) return true;
  const first = text.split('/')[0] ?? '';
  return text.includes('/') && (paths.has(first) || paths.has(posix.join(here, first)));
}

/** True when a path, or one its braces and stars stand for, is there. */
function isThere(path: string, { paths }: Repository): boolean {
  const bare = path.replace(/\/$/, '');
  if (bare === '.' || paths.has(bare)) return true;
  if (!/[{*]/.test(bare)) return false;
  return [...paths].some((each) => posix.matchesGlob(each, bare));
}
