import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeFolder } from '../../../src/cli/build/make-folder.ts';
import { publish } from '../../../src/cli/build/publish.ts';
import { siteFailure } from '../../../src/cli/build/site-failure.ts';
import { openTarget } from '../../../src/cli/build/target.ts';

let folder: string;
let disk: string;
/** Whether this user may mount a disk; most may not. */
let isMounted = false;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'florilegium-'));
  disk = join(folder, 'disk');
  await mkdir(disk);
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=128k', 'tmpfs', disk]);
  isMounted = mounted.status === 0;
  await mkdir(join(folder, 'made'));
  await writeFile(join(folder, 'made/index.html'), 'new'.repeat(200_000));
});
afterAll(async () => {
  if (isMounted) spawnSync('umount', [disk]);
  await rm(folder, { recursive: true });
});

const targetIn = (place: string) =>
  openTarget({
    root: join(folder, 'checkout'),
    seeds: join(folder, 'checkout/seeds'),
    content: join(folder, 'checkout/content'),
    out: join(place, 'dist'),
  });

it('a full disk is said in a sentence, and the former site is as it was', async (context) => {
  context.skip(!isMounted, 'this user may not mount a disk');
  await mkdir(join(disk, 'dist'));
  await writeFile(join(disk, 'dist/index.html'), 'old');
  const target = await targetIn(disk);
  await expect(publish(join(folder, 'made'), target)).rejects.toMatchObject({
    name: 'Refusal',
    message: expect.stringMatching(/^The disk is full.*as it was\.$/),
  });
  expect(await readFile(join(disk, 'dist/index.html'), 'utf8')).toBe('old');
  expect(await readdir(disk)).toEqual(['dist']);
});

it('a read-only disk is said in a sentence', async (context) => {
  context.skip(!isMounted, 'this user may not mount a disk');
  spawnSync('mount', ['-o', 'remount,ro', disk]);
  const refused = await targetIn(disk).catch((error: unknown) => error);
  spawnSync('mount', ['-o', 'remount,rw', disk]);
  expect(refused).toMatchObject({ message: expect.stringMatching(/read-only|EROFS/) });
});

it('a folder that vanished while the site was made is said in a sentence', async () => {
  const place = join(folder, 'place');
  await mkdir(place);
  const target = await targetIn(place);
  await rm(place, { recursive: true });
  await expect(publish(join(folder, 'made'), target)).rejects.toMatchObject({
    name: 'Refusal',
    message: expect.stringMatching(/not there any more/),
  });
});

it('what the bundler says of a full disk is said in a sentence, and of another failure without where it is in itself', () => {
  const trace =
    '\n\nStack backtrace:\n   0: <unknown>\n   1: clone3\n             at ./misc/clone3.S:81:0';
  const full = new Error(
    `Failed to write file in /a/site/b.js\n\nCaused by:\n    No space left on device (os error 28)${trace}`,
  );
  expect(siteFailure(full, '/a').message).toBe(
    'The disk is full, so /a/site/b.js cannot be written. The site was not built.',
  );
  const other = siteFailure(new Error(`Something went wrong${trace}`), '/a').message;
  expect(other).toMatch(/^Something went wrong\nThe site was not built\./);
});

it('a folder that the system neither has nor makes is said to be missing, without end of trying', async (context) => {
  context.skip(process.platform !== 'linux', 'other systems have no such folder');
  await expect(makeFolder('/proc/walks/a/b')).rejects.toMatchObject({ code: 'ENOENT' });
  await makeFolder(join(folder, 'a/b/c'));
  await makeFolder(join(folder, 'a/b/c'));
  expect(await readdir(join(folder, 'a/b'))).toEqual(['c']);
  await writeFile(join(folder, 'a/file'), '');
  await expect(makeFolder(join(folder, 'a/file'))).rejects.toMatchObject({ code: 'EEXIST' });
});
