import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { alone, builds, buildSite, root } from './build-site.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of the finished build of the five seeds. */
    site: string;
  }
}

const inputs = ['src', 'content', 'seeds', 'public', 'package-lock.json', 'astro.config.mjs'];
const oneDay = 24 * 60 * 60 * 1000;

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
    if (!existsSync(folder)) await buildSite(folder);
    await utimes(folder, new Date(), new Date());
  });
  project.provide('site', folder);
}
