import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { execFile } from 'node:child_process';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const main = join(import.meta.dirname, '../../src/cli/main.ts');
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'florilegium-'));
});
afterEach(() => rm(folder, { recursive: true }));

const file = 'content/permalinks.json';
async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), text);
}

function florilegium(...args: string[]) {
  const env = {
    ...process.env,
    FLORILEGIUM_SEEDS: join(folder, 'seeds'),
    FLORILEGIUM_CONTENT: join(folder, 'content'),
  };
  return new Promise<{ code: number; out: string; err: string }>((done) => {
    execFile(process.execPath, [main, ...args], { cwd: folder, env }, (error, out, err) =>
      done({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
    );
  });
}

const ledger = (version: number) => `{
 "version": ${version},
 "permalinks": [
  {
   "permalink": "arxiv-2501.00001",
   "since": "2026-01",
   "title": "One walk",
   "identifiers": [{ "scheme": "arxiv", "value": "2501.00001" }]
  }
 ]
}
`;
const seed = '@article{a, title = {One walk}, eprint = {2501.00001}, archiveprefix = {arXiv}}\n';

describe('florilegium migrate', { tags: 'permalinks-stay' }, () => {
  it('shows what it would change, changes it, and then has nothing to do', async () => {
    await write('seeds/list.bib', seed);
    await write(file, ledger(1));
    const shown = await florilegium('migrate', '--dry-run');
    expect(shown).toMatchObject({ code: 0, out: expect.stringContaining('- "version": 1,\n') });
    expect(shown.out).toContain('+ "version": 3,\n');
    expect(await readFile(join(folder, file), 'utf8')).toBe(ledger(1));
    expect((await florilegium('check')).code).toBe(0);

    expect((await florilegium('migrate')).out).toContain('+ "version": 3,\n');
    expect((await florilegium('check')).code).toBe(0);
    const after = await readFile(join(folder, file), 'utf8');
    expect(JSON.parse(after).permalinks[0].permalink).toBe('arxiv-2501.00001');
    expect((await florilegium('migrate')).out).toContain('Everything in content/');
    expect(await readFile(join(folder, file), 'utf8')).toBe(after);
  });

  it(
    'leaves a ledger that a later program wrote, and says so',
    { tags: 'says-where' },
    async () => {
      await write(file, ledger(9));
      const { code, err } = await florilegium('migrate');
      expect(code).toBe(1);
      expect(err).toContain('content/permalinks.json:2');
      expect(err).toContain('npm update florilegium');
      expect(await readFile(join(folder, file), 'utf8')).toBe(ledger(9));
    },
  );
});
