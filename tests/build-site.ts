import { execFile } from 'node:child_process';
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';

/** Folder of the checkout. */
export const root = resolve(import.meta.dirname, '..');
/** Folder of the tests' own for finished builds. */
export const builds = join(root, '.cache', 'test-dist');

const longestBuild = 10 * 60 * 1000;

/** A survey to build: folders, each the checkout's own when it is not given. */
export interface SurveyToBuild {
  seeds?: string;
  content?: string;
}

/** The environment of a build: this process's, but for what vitest puts into it. */
export function buildEnvironment(): NodeJS.ProcessEnv {
  const foreign = /^(VITEST|TEST$|NODE_ENV$|FLORILEGIUM_|DEV$|PROD$|MODE$|SSR$|BASE_URL$)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
}

/**
 * Builds a survey into `folder`, in a process without vitest's environment.
 *
 * @returns what the build printed
 * @throws when the site cannot be built, with the output of the build
 */
export async function buildSite(
  folder: string,
  { seeds, content }: SurveyToBuild = {},
): Promise<string> {
  try {
    const { stdout, stderr } = await promisify(execFile)(
      process.execPath,
      [join(root, 'src/cli/main.ts'), 'build'],
      {
        cwd: root,
        env: {
          ...(seeds === undefined ? {} : { FLORILEGIUM_SEEDS: seeds }),
          ...(content === undefined ? {} : { FLORILEGIUM_CONTENT: content }),
          FLORILEGIUM_OUT: folder,
        },
        maxBuffer: 64 * 1024 * 1024,
      },
    );
    return stdout + stderr;
  } catch (error) {
    const said =
      error instanceof Error ? ['stdout', 'stderr'].map((name) => Reflect.get(error, name)) : [];
    throw new Error(`The site cannot be built.\n${said.join('\n')}`, { cause: error });
  }
}

/** Waits until no other living process of the tests is in here, then runs `work`: for what is shared or disturbs others. */
export async function alone<T>(work: () => Promise<T>): Promise<T> {
  await mkdir(builds, { recursive: true });
  const lock = join(builds, 'lock');
  for (;;) {
    try {
      await writeFile(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch {
      if (await isAbandoned(lock)) await rm(lock, { force: true });
      else await setTimeout(250);
    }
  }
  try {
    return await work();
  } finally {
    await rm(lock, { force: true });
  }
}

/** Whether the process that took the lock has ended; a number the system gave out again counts for ten minutes. */
async function isAbandoned(lock: string): Promise<boolean> {
  const owner = Number(await readFile(lock, 'utf8').catch(() => ''));
  const taken = await stat(lock).catch(() => null);
  if (taken === null) return false;
  if (Date.now() - taken.mtimeMs > longestBuild) return true;
  try {
    // An empty file belongs to a process between creating and writing it.
    if (owner > 0) process.kill(owner, 0);
    return false;
  } catch {
    return true;
  }
}
