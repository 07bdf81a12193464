import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { permalinkLedgerSchema } from '../../src/model/index.ts';

const main = join(import.meta.dirname, '../../src/cli/main.ts');
let folder: string;

// Every command starts a process of its own.

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'florilegium-'));
  await mkdir(join(folder, 'seeds'));
  await mkdir(join(folder, 'content/corrections'), { recursive: true });
  await writeFile(join(folder, 'seeds/list.bib'), both);
});
afterEach(() => rm(folder, { recursive: true }));

const one = `@article{a, title = {One walk}, eprint = {2501.00001}, archiveprefix = {arXiv},
  abstract = {A walk in the woods is short, and few have measured how short it is.}}
`;
const both = `${one}
@article{b, title = {Two walks}, abstract = {Two walks are longer than one, as everybody knows who took both.}}
`;

function florilegium(...args: string[]) {
  return new Promise<{ code: number; out: string; err: string }>((done) => {
    const env = {
      ...process.env,
      FLORILEGIUM_SEEDS: join(folder, 'seeds'),
      FLORILEGIUM_CONTENT: join(folder, 'content'),
    };
    execFile(process.execPath, [main, ...args], { cwd: folder, env }, (error, out, err) =>
      done({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
    );
  });
}

const read = (path: string) => readFile(join(folder, 'content', path), 'utf8');

async function fateOf(permalink: string) {
  const ledger = permalinkLedgerSchema.parse(JSON.parse(await read('permalinks.json')));
  return ledger.permalinks.find((entry) => entry.permalink === permalink)?.fate;
}

describe('florilegium release', { tags: 'permalinks-stay' }, () => {
  it('writes the ledger and the edition, and the same bytes when nothing changed', async () => {
    expect(await florilegium('release', '--edition', '2026-01')).toMatchObject({ code: 0 });
    const [ledger, edition] = [await read('permalinks.json'), await read('editions/2026-01.json')];
    expect(await florilegium('release', '--edition', '2026-01')).toMatchObject({ code: 0 });
    expect(await read('permalinks.json')).toBe(ledger);
    expect(await read('editions/2026-01.json')).toBe(edition);
  });

  it('refuses a released name for a changed survey, and a name before the last one', async () => {
    await writeFile(join(folder, 'seeds/list.bib'), one);
    await florilegium('release', '--edition', '2026-02');
    await writeFile(join(folder, 'seeds/list.bib'), both);
    const same = await florilegium('release', '--edition', '2026-02');
    expect(same).toMatchObject({ code: 2, err: expect.stringContaining('2026-02 is released') });
    const earlier = await florilegium('release', '--edition', '2026-01');
    expect(earlier).toMatchObject({ code: 2, err: expect.stringContaining('2026-02') });
    expect((await florilegium('release', '--edition', '2026-03')).code).toBe(0);
    expect(await fateOf('two-walks')).toEqual({ status: 'current' });
  });

  it.each([[[]], [['--edition', 'spring']]])('refuses no name and no date: %j', async (args) => {
    expect((await florilegium('release', ...args)).code).toBe(2);
  });

  it('releases nothing when a permalink would be lost', async () => {
    await florilegium('release', '--edition', '2026-01');
    await writeFile(join(folder, 'seeds/list.bib'), one);
    const { code, err } = await florilegium('release', '--edition', '2026-02');
    expect(code).toBe(1);
    expect(err).toContain('permalink-lost');
    expect(err).toContain('withdraw two-walks --reason');
  });
});

describe('florilegium withdraw', { tags: 'permalinks-stay' }, () => {
  it('mends a survey that lost a paper, and can be undone', async () => {
    await florilegium('release', '--edition', '2026-01');
    await writeFile(join(folder, 'seeds/list.bib'), one);
    expect((await florilegium('check')).code).toBe(1);
    const args = ['withdraw', 'two-walks', '--reason', 'No paper.', '--on', '2026-02-03'];
    expect((await florilegium(...args)).code).toBe(0);
    expect(await fateOf('two-walks')).toEqual({
      status: 'withdrawn',
      on: '2026-02-03',
      reason: 'No paper.',
    });
    expect((await florilegium('check')).code).toBe(0);
    expect((await florilegium('withdraw', 'two-walks', '--undo')).code).toBe(0);
    expect((await florilegium('check')).code).toBe(1);
  });

  it('is wrong usage for an unknown permalink and without a reason', async () => {
    await florilegium('release', '--edition', '2026-01');
    expect((await florilegium('withdraw', 'nothing', '--reason', 'x')).code).toBe(2);
    expect((await florilegium('withdraw', 'two-walks')).code).toBe(2);
    expect(await fateOf('two-walks')).toEqual({ status: 'current' });
  });
});

describe('florilegium correct', () => {
  const evidence = ['--evidence', 'https://example.org/'];

  it('adds a correction that the survey obeys, and keeps what stands in the file', async () => {
    const comment = '# Told by readers.\n';
    await writeFile(join(folder, 'content/corrections/by-hand.yaml'), comment);
    const title = 'One $R^{4}$ walk: "again" # and on';
    const first = await florilegium('correct', 'arxiv-2501.00001', 'title', title, ...evidence);
    expect(first).toMatchObject({ code: 0 });
    const second = ['arxiv-2501.00001', 'authors', 'Ada Long; Ben Short Jr.', ...evidence];
    expect((await florilegium('correct', ...second)).code).toBe(0);
    expect(await read('corrections/by-hand.yaml')).toMatch(/^# Told by readers\.\n\n- match:/);
    await florilegium('release', '--edition', '2026-01');
    expect(await read('editions/2026-01.json')).toContain('One R⁴ walk: \\"again\\" # and on');
  });

  it('counts before a correction that says something else', async () => {
    await writeFile(
      join(folder, 'content/corrections/old.yaml'),
      "- match: { arxiv: '2501.00001' }\n  set: { venue: Here }\n  reason: Known.\n  evidence: [https://example.org/]\n",
    );
    const args = ['correct', 'arxiv-2501.00001', 'venue', 'There', ...evidence];
    expect((await florilegium(...args)).code).toBe(0);
    expect(await read('corrections/by-hand.yaml')).toContain('overrides: true');
    expect((await florilegium('check')).code).toBe(0);
  });

  it.each([
    ['nothing', 'title', 'A title'],
    ['arxiv-2501.00001', 'colour', 'green'],
    ['arxiv-2501.00001', 'date', 'yesterday'],
  ])('is wrong usage for %s, %s, %s', async (...args) => {
    const { code, err } = await florilegium('correct', ...args, ...evidence);
    expect(code).toBe(2);
    expect(err).not.toBe('');
    await expect(read('corrections/by-hand.yaml')).rejects.toThrow();
  });

  it('is wrong usage without evidence', async () => {
    expect((await florilegium('correct', 'arxiv-2501.00001', 'title', 'A title')).code).toBe(2);
  });
});
