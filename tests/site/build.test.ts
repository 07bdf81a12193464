import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { alone, buildEnvironment, root } from '../build-site.ts';
import { LONGER } from '../fuzz/laws.ts';
import { type SmallSurvey, smallSurvey } from './small-survey.ts';

/** Kills in a run of the tests; a long run tries more. */
const KILLS = LONGER > 1 ? 20 : 3;

/** Time enough for some small builds on a machine that does much else, in milliseconds. */
const LONG = 300_000;

/** What builds keep in the folder they are run in. */
const KEPT = ['.astro', '.florilegium'];

let survey: SmallSurvey;
let site: string;
beforeAll(async () => {
  survey = await smallSurvey();
  await survey.write('content/site.yaml', 'title: Walks\n');
  await survey.write('seeds/a.bib', paper('Short walks'));
  site = join(survey.folders.seeds, '../dist');
});
afterAll(() => survey.dispose());

const paper = (title: string) =>
  `@article{walk, title={${title}}, author={Lee, Ann}, year=2024, abstract={We walk.}}\n`;

function start(out = site, cwd = root): { child: ChildProcess; said: () => string } {
  const child = spawn(process.execPath, [join(root, 'src/cli/main.ts'), 'build'], {
    cwd,
    env: {
      ...buildEnvironment(),
      FLORILEGIUM_SEEDS: survey.folders.seeds,
      FLORILEGIUM_CONTENT: survey.folders.content,
      FLORILEGIUM_OUT: out,
    },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (text) => {
      said += String(text);
    });
  }
  return { child, said: () => said };
}

async function built(out?: string, cwd?: string): Promise<{ code: unknown; said: string }> {
  const { child, said } = start(out, cwd);
  const [code] = await once(child, 'close');
  return { code, said: said() };
}

const remove = (path: string) => rm(path, { recursive: true, force: true });

async function files(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** A digest of names and bytes of all files of a folder; `none` where there is none. */
async function digest(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => null);
  if (entries === null) return 'none';
  const hash = createHash('sha256');
  const files = entries.filter((entry) => entry.isFile());
  for (const path of files.map(({ parentPath, name }) => join(parentPath, name)).sort()) {
    hash.update(`${path.slice(folder.length)}\0`).update(await readFile(path));
  }
  return hash.digest('hex');
}

/** The digest of the site as it stands, which a test before may have built. */
async function standing(): Promise<string> {
  const there = await digest(site);
  if (there !== 'none') return there;
  await built();
  return digest(site);
}

describe('a build', () => {
  it(
    'killed at any moment leaves the former site or the new one whole, and the next gives the same bytes',
    { timeout: LONG * (KILLS + 1) },
    () =>
      alone(async () => {
        await built();
        const former = await digest(site);
        await survey.write('seeds/a.bib', paper('Long walks'));
        const undisturbed = join(survey.folders.seeds, '../undisturbed');
        const started = performance.now();
        expect(await built(undisturbed)).toMatchObject({ code: 0 });
        const duration = performance.now() - started;
        const latter = await digest(undisturbed);
        expect(latter).not.toBe(former);

        for (let kill = 1; kill <= KILLS; kill += 1) {
          const { child } = start();
          const ended = once(child, 'exit');
          await Promise.race([setTimeout((duration * kill) / (KILLS + 0.5)), ended]);
          child.kill('SIGKILL');
          await ended;
          expect([former, latter]).toContain(await digest(site));
        }

        expect(await built()).toMatchObject({ code: 0 });
        expect(await digest(site)).toBe(latter);
        const beside = await readdir(join(survey.folders.seeds, '..'));
        expect(beside.sort()).toEqual(['content', 'dist', 'seeds', 'undisturbed']);
      }),
  );

  it(
    'does not meet another of the same checkout, to the same folder or another',
    { timeout: LONG },
    () =>
      alone(async () => {
        const other = join(survey.folders.seeds, '../other');
        const outcomes = await Promise.all([built(), built(), built(other)]);
        expect(outcomes.map(({ code }) => code)).toEqual([0, 0, 0]);
        expect(await digest(site)).toBe(await digest(other));
      }),
  );

  it('takes nothing from what it, Astro and Vite keep', { timeout: LONG }, () =>
    alone(async () => {
      const clean = await standing();
      // In the survey's own folder, since other tests build in the checkout's.
      const own = join(survey.folders.seeds, '..');
      const there = join(own, 'there');
      expect(await built(there, own)).toMatchObject({ code: 0 });
      expect(await digest(there)).toBe(clean);
      const kept = (await Promise.all(KEPT.map((folder) => files(join(own, folder))))).flat();
      expect(kept.map((file) => basename(file))).toContain('content-modules.mjs');
      await Promise.all(kept.map((file) => writeFile(file, 'export default {{{')));
      expect(await built(there, own)).toMatchObject({ code: 0 });
      expect(await digest(there)).toBe(clean);
      await Promise.all([there, ...KEPT.map((folder) => join(own, folder))].map(remove));
    }),
  );

  it('that cannot be says so in a sentence, and leaves the former site', { timeout: LONG }, () =>
    alone(async () => {
      const former = await standing();
      await survey.write('content/themes/broken.mdx', '---\nlabel: A\n---\n');
      const { code, said } = await built();
      await survey.delete('content/themes/broken.mdx');
      expect(code).toBe(1);
      expect(said).toContain('content/themes/broken.mdx');
      expect(said).not.toMatch(/^\s+at /m);
      expect(await digest(site)).toBe(former);
    }),
  );
});
