import { globSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import ts from 'typescript';
import { layers } from './layers.ts';

/** One import of a file of `src` by another, by their paths from the root: `src/text/index.ts`. */
export interface Arrow {
  from: string;
  to: string;
}

/** The script of an Astro file: what stands between its first two fences. */
const FRONTMATTER = /^---\n([\s\S]*?)\n---/;

/**
 * Every import between files of `src` below `root`, those of types included; imports of packages and styles are
 * left out. Files are read by TypeScript's own scanner, of Astro files the frontmatter.
 */
export function importGraph(root: string): Arrow[] {
  return globSync('src/**/*.{ts,astro}', { cwd: root })
    .map((path) => path.replaceAll('\\', '/'))
    .sort()
    .flatMap((from) => {
      const text = readFileSync(join(root, from), 'utf8');
      const script = from.endsWith('.astro') ? (FRONTMATTER.exec(text)?.[1] ?? '') : text;
      return ts
        .preProcessFile(script, true, true)
        .importedFiles.map(({ fileName }) => fileName)
        .filter((name) => name.startsWith('.') && /\.(?:ts|astro|json)$/.test(name))
        .map((name) => ({ from, to: posix.join(posix.dirname(from), name) }));
    });
}

/** Circles of files that import each other, each as the way round it. */
export function circles(arrows: readonly Arrow[]): string[][] {
  const next = new Map<string, string[]>();
  for (const { from, to } of arrows) next.set(from, [...(next.get(from) ?? []), to]);
  const found: string[][] = [];
  const done = new Set<string>();
  const visit = (file: string, way: string[]): void => {
    const at = way.indexOf(file);
    if (at >= 0) {
      found.push([...way.slice(at), file]);
      return;
    }
    if (done.has(file)) return;
    for (const other of next.get(file) ?? []) visit(other, [...way, file]);
    done.add(file);
  };
  for (const file of next.keys()) visit(file, []);
  return found;
}

/** `src/search/browser` in its two parts: a room, and the half of it that runs here or there. */
const HALF = /^(src\/[^/]+)\/(browser|build|worker)$/;

/** The room a file stands in, its halves taken as one folder. */
const roomOf = (path: string) => posix.dirname(path).replace(HALF, '$1');

/**
 * True when an import reaches past the face of a folder. A file may import the files beside it and above it, and of any
 * other folder its face: `index.ts`, for scripts in a browser `browser/index.ts`, and its components. Tables of data are
 * for the whole of the room they stand in.
 */
export function isDeep({ from, to }: Arrow): boolean {
  const own = roomOf(from).split('/');
  const other = roomOf(to).split('/');
  const shared = own.findIndex((name, index) => name !== other[index]);
  const below = other.length - (shared < 0 ? own.length : shared);
  if (below <= 0) return false;
  if (to.endsWith('.astro')) return false;
  if (to.endsWith('.json')) return own[1] !== other[1];
  return below > 1 || posix.basename(to) !== 'index.ts';
}

/** Whether a file runs in a reader's browser, while the site is built (or on the command line), or in both. */
export function sideOf(path: string): 'browser' | 'build' | 'both' {
  const half = HALF.exec(posix.dirname(path))?.[2];
  if (half !== undefined) return half === 'build' ? 'build' : 'browser';
  const room = path.split('/')[1] ?? '';
  if (room === 'client') return 'browser';
  if (['model', 'text', 'words', 'writers'].includes(room)) return 'both';
  const hasHalves = ['export', 'offline', 'search', 'service-worker'].includes(room);
  return hasHalves && /\.(?:ts|json)$/.test(path) && posix.basename(path) !== 'index.ts'
    ? 'both'
    : 'build';
}

/** True when code of one side imports code that runs on the other only. */
export function isAcross({ from, to }: Arrow): boolean {
  const [own, other] = [sideOf(from), sideOf(to)];
  return other !== 'both' && other !== own;
}

/** True when a folder imports one that does not stand on a lower layer. */
export function isUpward({ from, to }: Arrow): boolean {
  const [own, other] = [from, to].map((path) => path.split('/')[1] ?? '');
  if (own === other) return false;
  const levelOf = (folder = '') => layers.findIndex((layer) => layer.includes(folder));
  const [level, below] = [levelOf(own), levelOf(other)];
  return level >= 0 && (below >= level || below < 0);
}

/** The arrows as those of folders; what goes up or down within one branch is left out, as faces go both ways. */
function betweenFolders(arrows: readonly Arrow[]): Arrow[] {
  return arrows
    .map(({ from, to }) => ({ from: posix.dirname(from), to: posix.dirname(to) }))
    .filter(({ from, to }) => !`${from}/`.startsWith(`${to}/`) && !`${to}/`.startsWith(`${from}/`));
}

/** Every import that is not allowed, in words, with the reason. */
export function forbiddenImports(arrows: readonly Arrow[]): string[] {
  const rules = [
    {
      refuses: isUpward,
      why: 'which does not stand on a lower layer (tests/architecture/layers.ts)',
    },
    { refuses: isDeep, why: 'past the face of its folder; import its index.ts' },
    { refuses: isAcross, why: 'which runs on the other side, in a browser or at build' },
  ];
  return [
    ...rules.flatMap(({ refuses, why }) =>
      arrows.filter(refuses).map(({ from, to }) => `${from} imports ${to}, ${why}.`),
    ),
    ...circles(arrows).map((way) => `${way.join(' > ')} is a circle.`),
    ...circles(betweenFolders(arrows)).map((way) => `${way.join(' > ')} is a circle of folders.`),
  ];
}
