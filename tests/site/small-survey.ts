import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buildSite, root } from '../build-site.ts';

/** What a command printed, and its exit code. */
export interface Outcome {
  code: number;
  out: string;
  err: string;
}

/** A survey in a temporary folder, to change, release and build. */
export interface SmallSurvey {
  /** The folders, as a build and the command line take them. */
  folders: { seeds: string; content: string };
  /** Writes a file: `seeds/list.bib`, `content/site.yaml`. */
  write(path: string, content: string | Uint8Array): Promise<void>;
  read(path: string): Promise<string>;
  delete(path: string): Promise<void>;
  /** Runs a command of florilegium on it. */
  florilegium(...args: string[]): Promise<Outcome>;
  /**
   * Builds it, and returns the folder of the site.
   *
   * @throws when it cannot be built, with the output of the build
   */
  build(): Promise<string>;
  /** Deletes all of it. */
  dispose(): Promise<void>;
}

/** An empty survey. */
export async function smallSurvey(): Promise<SmallSurvey> {
  const folder = await mkdtemp(join(tmpdir(), 'florilegium-'));
  const folders = { seeds: join(folder, 'seeds'), content: join(folder, 'content') };
  let builds = 0;
  return {
    folders,
    async write(path, content) {
      const file = join(folder, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, content);
    },
    read: (path) => readFile(join(folder, path), 'utf8'),
    delete: (path) => rm(join(folder, path), { recursive: true, force: true }),
    florilegium: (...args) =>
      new Promise((done) => {
        const env = {
          ...process.env,
          FLORILEGIUM_SEEDS: folders.seeds,
          FLORILEGIUM_CONTENT: folders.content,
        };
        const main = join(root, 'src/cli/main.ts');
        execFile(process.execPath, [main, ...args], { cwd: root, env }, (error, out, err) =>
          done({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
        );
      }),
    async build() {
      builds += 1;
      const site = join(folder, `site-${builds}`);
      await buildSite(site, folders);
      return site;
    },
    dispose: () => rm(folder, { recursive: true, force: true }),
  };
}
