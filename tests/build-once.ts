import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of the finished build of the five seeds. */
    site: string;
  }
}

const root = resolve(import.meta.dirname, '..');
const builds = join(root, '.cache', 'test-dist');
const inputs = ['src', 'content', 'seeds', 'public', 'package-lock.json', 'astro.config.mjs'];
const oneDay = 24 * 60 * 60 * 1000;
const longestBuild = 10 * 60 * 1000;

/** A digest of everything a build is made from: names and bytes. */
async function digest(): Promise<string> {
  const hash = createHash('sha256');
  async function add(path: string): Promise<void> {
    const file = join(root, path);
    if (!existsSync(file)) return;
    if ((await stat(file)).isDirectory()) {
      for (const name of (await readdir(file)).sort()) await add(`${path}/${name}`);
    } else {
      hash.update(`${path}\0`).update(await readFile(file));
    }
  }
  for (const input of inputs) await add(input);
  return hash.digest('hex').slice(0, 16);
}

/** Builds the survey into `folder`, in a process without vitest's environment. */
async function build(folder: string): Promise<void> {
  const env: NodeJS.ProcessEnv = {};
  for (const [name, value] of Object.entries(process.env)) {
    if (!/^(VITEST|TEST$|NODE_ENV$|FLORILEGIUM_|DEV$|PROD$|MODE$|SSR$|BASE_URL$)/.test(name)) {
      env[name] = value;
    }
  }
  const partial = `${folder}.${process.pid}`;
  await rm(partial, { recursive: true, force: true });
  try {
    await promisify(execFile)(
      process.execPath,
      [join(root, 'node_modules/astro/bin/astro.mjs'), 'build'],
      {
        cwd: root,
        env: { ...env, FLORILEGIUM_OUT: partial, ASTRO_TELEMETRY_DISABLED: '1' },
        maxBuffer: 64 * 1024 * 1024,
      },
    );
  } catch (error) {
    const said =
      error instanceof Error ? ['stdout', 'stderr'].map((name) => Reflect.get(error, name)) : [];
    throw new Error(`The site cannot be built.\n${said.join('\n')}`, { cause: error });
  }
  await rename(partial, folder);
}

/** Waits until no other living process builds, then runs `work` alone. */
async function alone(work: () => Promise<void>): Promise<void> {
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
    await work();
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

/** Removes builds nobody has asked for during a day. */
async function prune(): Promise<void> {
  for (const name of await readdir(builds)) {
    const path = join(builds, name);
    if (Date.now() - (await stat(path)).mtimeMs > oneDay) {
      await rm(path, { recursive: true, force: true });
    }
  }
}

/**
 * Global setup of the projects that read a finished site: builds the five seeds into a folder of the tests' own.
 *
 * Projects of one run, and runs over the same sources, share one build.
 *
 * @throws when the site cannot be built, with the output of the build
 */
export default async function setup(project: TestProject): Promise<void> {
  await mkdir(builds, { recursive: true });
  const folder = join(builds, await digest());
  await alone(async () => {
    await prune();
    if (!existsSync(folder)) await build(folder);
    await utimes(folder, new Date(), new Date());
  });
  project.provide('site', folder);
}
