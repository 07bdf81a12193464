import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, relative } from 'node:path';
import { build, type BuildFailure, type Plugin } from 'esbuild';
import { ContentError } from '../loaders/index.ts';
import { given, type Site } from '../model/index.ts';
import { forBrowsers } from './esbuild.ts';

/** What a survey brings to its looks; each a file name under `/assets/`, and absent where it brings none. */
export interface OwnLooks {
  /** `content/style.css`, which pages load after the program's. */
  ownStyle?: string;
  logo?: string;
  wordmark?: string;
  /** Root path of the image for link previews, whose address stays: `card.png`. */
  card?: string;
}

/** Own looks and their files, by name under `/assets/`. */
export interface OwnFiles extends OwnLooks {
  files: Map<string, Uint8Array>;
}

/** Files that a style sheet may name. */
const NAMED_FILES = ['.woff2', '.woff', '.svg', '.png', '.jpg', '.jpeg', '.webp', '.avif', '.gif'];

/** Pages ask no other site for anything, and their policy forbids it. */
const ownOrigin: Plugin = {
  name: 'own-origin',
  setup({ onResolve }) {
    onResolve({ filter: /^(?:[a-z]+:)?\/\//i }, ({ path }) => ({
      errors: [
        {
          text: `${path} is on another site, and pages ask other sites for nothing; put the file into the content folder`,
        },
      ],
    }));
  },
};

/**
 * The style sheet and images of a survey's content folder.
 *
 * @throws ContentError when the style sheet cannot be read, or names what is not there
 */
export async function ownLooks(site: Site, content: string): Promise<OwnFiles> {
  const files = new Map<string, Uint8Array>();
  const image = async (path: string | undefined): Promise<string | undefined> => {
    if (path === undefined) return undefined;
    const bytes = await readFile(join(content, path));
    const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 8).toUpperCase();
    const extension = extname(path).toLowerCase();
    const name = `own-${digest}${extension}`;
    files.set(name, bytes);
    return name;
  };
  const [ownStyle, logo, wordmark] = await Promise.all([
    style(content, files),
    image(site.logo),
    image(site.wordmark),
  ]);
  return {
    files,
    ...given({
      ownStyle,
      logo,
      wordmark,
      card: site.card && `card${extname(site.card).toLowerCase()}`,
    }),
  };
}

/** Bundles `content/style.css` with the files it names. */
async function style(content: string, files: Map<string, Uint8Array>): Promise<string | undefined> {
  const path = join(content, 'style.css');
  if (!existsSync(path)) return undefined;
  const { outputFiles } = await build({
    ...forBrowsers,
    absWorkingDir: content,
    entryPoints: { own: path },
    outdir: 'assets',
    entryNames: '[name]-[hash]',
    assetNames: 'own-[hash]',
    loader: Object.fromEntries(NAMED_FILES.map((extension) => [extension, 'file'])),
    logLevel: 'silent',
    plugins: [ownOrigin],
  }).catch((error: unknown) => {
    throw styleError(error, content);
  });
  let entry: string | undefined;
  for (const { path: made, contents } of outputFiles) {
    const name = made.replaceAll('\\', '/').split('/').at(-1) ?? made;
    files.set(name, contents);
    if (name.endsWith('.css')) entry = name;
  }
  return entry;
}

function styleError(error: unknown, content: string): unknown {
  if (!isBuildFailure(error)) return error;
  return new ContentError(
    error.errors.map(({ text, location }) => ({
      file: `content/${location === null ? 'style.css' : relative(content, join(content, location.file)).replaceAll('\\', '/')}`,
      ...(location === null ? {} : { line: location.line }),
      text,
    })),
  );
}

function isBuildFailure(error: unknown): error is BuildFailure {
  return error instanceof Error && 'errors' in error && Array.isArray(error.errors);
}
