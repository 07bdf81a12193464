import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { publish } from '../../../src/cli/build/publish.ts';
import { runId } from '../../../src/cli/build/run-id.ts';
import { openTarget } from '../../../src/cli/build/target.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'florilegium-'));
  await put('made/index.html', 'new');
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(root, { recursive: true });
});

const folders = (out = 'dist') => ({
  root: join(root, 'checkout'),
  seeds: join(root, 'checkout/seeds'),
  content: join(root, 'checkout/content'),
  out: join(root, out),
});

async function put(path: string, text: string) {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), text);
}

const read = (path: string) => readFile(join(root, path), 'utf8');

/** The end of the names of folders of a run whose process has ended. */
const ended = runId.replace(/^\d+/, String(spawnSync(process.execPath, ['-e', '']).pid));
/** The same of one that goes on: the parent of this process. */
const running = runId.replace(/^\d+/, String(process.ppid));

async function publishTo(out?: string) {
  const target = await openTarget(folders(out));
  await publish(join(root, 'made'), target);
}

describe('a finished site', () => {
  it.each([
    ['where there is none yet', async () => {}],
    ['an empty folder', () => mkdir(join(root, 'dist'))],
    ['a former one', () => put('dist/old/index.html', 'old')],
  ])('takes the place of %s, and leaves nothing beside it', async (_, before) => {
    await before();
    await publishTo();
    expect(await read('dist/index.html')).toBe('new');
    expect(await readdir(join(root, 'dist'))).toEqual(['index.html']);
    expect(await readdir(root)).toEqual(['dist']);
  });

  it('takes it by two renames where the system exchanges no folders', async () => {
    vi.stubEnv('PATH', '');
    await put('dist/old/index.html', 'old');
    await publishTo();
    expect(await readdir(join(root, 'dist'))).toEqual(['index.html']);
    expect(await readdir(root)).toEqual(['dist']);
  });

  it('goes where a link leads, and the link stays', async () => {
    await put('www/old.html', 'old');
    await symlink(join(root, 'www'), join(root, 'dist'));
    await publishTo();
    expect(await read('www/index.html')).toBe('new');
    expect(await read('dist/index.html')).toBe('new');
  });

  it('may have a name as long as a file system takes', async () => {
    const name = 'w'.repeat(255);
    await put(`${name}/old.html`, 'old');
    await publishTo(name);
    expect(await read(`${name}/index.html`)).toBe('new');
  });

  it('that is not there leaves the former one', async () => {
    await put('dist/index.html', 'old');
    const target = await openTarget(folders());
    await expect(publish(join(root, 'nowhere'), target)).rejects.toThrow(/as it was/);
    expect(await read('dist/index.html')).toBe('old');
    expect(await readdir(root)).toEqual(['dist', 'made']);
  });
});

describe('what a killed run left', () => {
  const beside = async (role: 'new' | 'old') =>
    (await openTarget(folders())).beside(role).replace(runId, '');

  it('between its two renames is the former site, which comes back', async () => {
    const former = `${await beside('old')}${ended}`;
    await mkdir(former);
    await writeFile(join(former, 'index.html'), 'old');
    await openTarget(folders());
    expect(await read('dist/index.html')).toBe('old');
  });

  it('after them, or before, is deleted', async () => {
    await put('dist/index.html', 'old');
    const left = [`${await beside('old')}${ended}`, `${await beside('new')}${ended}`];
    for (const path of left) await mkdir(join(path, 'papers'), { recursive: true });
    await openTarget(folders());
    expect(left.filter(existsSync)).toEqual([]);
    expect(await read('dist/index.html')).toBe('old');
  });

  it('is not what a running one works with', async () => {
    const staged = `${await beside('new')}${running}`;
    await mkdir(staged);
    await openTarget(folders());
    expect(existsSync(staged)).toBe(true);
  });
});

describe('a place for the site is refused', () => {
  it.each([
    ['that is a file', 'file', /is a file/],
    ['below a file', 'file/www', /is a file; a folder/],
    ['that is a link to nowhere', 'link', /leads nowhere/],
    ['that is the checkout', 'checkout', /holds what it is made from/],
    ['that holds the checkout', '.', /holds what it is made from/],
    ['among the seeds', 'checkout/seeds/www', /among what it is made from/],
  ])('%s', async (_, out, words) => {
    await put('file', 'x');
    await put('checkout/seeds/a.bib', 'x');
    await symlink(join(root, 'nowhere'), join(root, 'link'));
    await expect(openTarget(folders(out))).rejects.toThrow(words);
    expect(await read('checkout/seeds/a.bib')).toBe('x');
  });
});
