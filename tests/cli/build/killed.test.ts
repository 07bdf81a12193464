import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

let folder: string;
/** What Node makes of the modules, so that dozens of processes start sooner. */
let compiled: string;
beforeAll(async () => {
  compiled = await mkdtemp(join(tmpdir(), 'florilegium-'));
});
afterAll(() => rm(compiled, { recursive: true }));
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'florilegium-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function put(site: string, text: string) {
  await mkdir(join(folder, site, 'papers'), { recursive: true });
  for (const page of ['index.html', 'papers/a.html']) {
    await writeFile(join(folder, site, page), text);
  }
}

/** What the pages of the published site say; `none` where there is none. */
async function published(): Promise<string> {
  const pages = ['index.html', 'papers/a.html'].map((page) =>
    readFile(join(folder, 'dist', page), 'utf8').catch(() => 'none'),
  );
  const [front, paper] = await Promise.all(pages);
  return front === paper ? `${front}` : `half ${front}, half ${paper}`;
}

function run(killAt: number, path = process.env['PATH'] ?? '') {
  const here = (name: string) => join(import.meta.dirname, name);
  return spawnSync(
    process.execPath,
    ['--import', here('kill-at.entry.ts'), here('publish-in.entry.ts'), folder],
    {
      env: { PATH: path, KILL_AT: String(killAt), NODE_COMPILE_CACHE: compiled },
      encoding: 'utf8',
    },
  );
}

describe.each([
  ['where folders can be exchanged in one step', process.env['PATH'] ?? ''],
  ['by two renames', ''],
])('a build killed while it publishes %s', (_, path) => {
  it('leaves the former site or the new one whole at every step, and the next one puts all right', async () => {
    const steps: string[] = [];
    for (let step = 1; ; step += 1) {
      await rm(join(folder, 'dist'), { recursive: true, force: true });
      await put('dist', 'old');
      await put('made', 'new');
      const { signal, stderr } = run(step, path);
      if (signal === null) {
        expect(stderr).toMatch(/^\d+ steps$/m);
        break;
      }
      steps.push(await published());
      await put('made', 'newer');
      expect(run(0, path).status).toBe(0);
      expect(await published()).toBe('newer');
      expect((await readdir(folder)).sort()).toEqual(['dist']);
    }
    expect(steps.length).toBeGreaterThan(6);
    expect(steps.at(0)).toBe('old');
    expect(steps.at(-1)).toBe('new');
    // Between two renames there is none, until the next build puts the former one back.
    const allowed = path === '' ? ['old', 'none', 'new'] : ['old', 'new'];
    expect(steps.filter((found) => !allowed.includes(found))).toEqual([]);
    expect(steps.filter((found) => found === 'none').length).toBeLessThanOrEqual(1);
  });
});
