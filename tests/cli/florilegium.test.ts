import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const main = join(import.meta.dirname, '../../src/cli/main.ts');
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'florilegium-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Runs the command line in a folder of its own, with no survey but what the test puts there. */
const florilegium = (...args: string[]) => run(main, ...args);

function run(...args: string[]) {
  return new Promise<{ code: number; out: string; err: string }>((done) => {
    const env = {
      ...process.env,
      FLORILEGIUM_SEEDS: join(folder, 'seeds'),
      FLORILEGIUM_CONTENT: join(folder, 'content'),
      INIT_CWD: folder,
    };
    const child = execFile(process.execPath, args, { cwd: folder, env }, (error, out, err) =>
      done({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
    );
    child.stdin?.end();
  });
}

const first =
  'A walk in the woods is short, and few have measured how short it is. We measure 46\\% of one walk, and show that the rest of it follows from the first part.';
const second =
  'A second paper has $R^{4}$ec in it and says so at some length. It is longer than the first, and it also ends with a full stop.';
const listing = `${first}
Accepted at a workshop
arXiv:2507.17249 - doi: 10.1145/3711896.3737079${second}
arXiv:2506.18382
`;

describe('florilegium read', () => {
  it('prints as JSON what a file would give, TeX as in the seed, absent fields left out', async () => {
    await writeFile(join(folder, 'listing.txt'), listing);
    const { code, out } = await florilegium('read', 'listing.txt', '--json');
    expect(code).toBe(0);
    const [seed] = JSON.parse(out);
    expect(seed).toMatchObject({
      seed: 'listing.txt',
      format: 'arxiver-author',
      bytes: Buffer.byteLength(listing),
      records: [
        {
          abstract: first,
          comment: 'Accepted at a workshop',
          arxiv: '2507.17249',
          doi: '10.1145/3711896.3737079',
          lines: [1, 3],
        },
        {
          abstract: second,
          arxiv: '2506.18382',
          lines: [3, 4],
        },
      ],
    });
    expect(Object.keys(seed.records[1]).sort()).toEqual(['abstract', 'arxiv', 'lines']);
    const { field, chrome, separator, unparsed } = seed.ledger;
    expect(field + chrome + separator + unparsed).toBe(seed.bytes);
  });

  it('reports text no reader knows, with a null format and no record, and goes on with the next file', async () => {
    await writeFile(join(folder, 'unknown.txt'), 'Dear diary,\ntoday I read nothing.\n');
    const { code, out } = await florilegium('read', 'unknown.txt', 'listing.txt', '--json');
    expect(code).toBe(0);
    const [unknown, known] = JSON.parse(out);
    expect(unknown).toMatchObject({ format: null, records: [] });
    expect(unknown.messages.map(({ code }: { code: string }) => code)).toContain('unknown-format');
    expect(known.records).toHaveLength(2);
  });

  it('prints a line a record for people', async () => {
    const { out } = await florilegium('read', 'listing.txt');
    expect(out).toContain('arXiver author page');
    expect(out).toMatch(/L1-3 .*A walk in the woods.*arXiv:2507\.17249/);
  });

  it('calls a file that is not there wrong usage', async () => {
    const { code, err } = await florilegium('read', 'nowhere.txt');
    expect(code).toBe(2);
    expect(err).toBe('error: nowhere.txt is not there any more, or never was. Name a text file.\n');
  });
});

describe('a folder without seeds/ and content/', () => {
  it.each([['check'], ['release', '--edition', '2026-01'], ['screen', 'export', 'left.csv']])(
    'is no survey, and nothing is made in it: %s',
    async (...args) => {
      const before = await readdir(folder);
      const { code, out, err } = await florilegium(...args);
      expect({ code, out }).toEqual({ code: 1, out: '' });
      expect(err).toContain('There is no survey in');
      expect(await readdir(folder)).toEqual(before);
    },
  );

  it('has no site to serve', async () => {
    const { code, err } = await florilegium('preview');
    expect(code).toBe(1);
    expect(err).toMatch(/^There is no site to serve yet: .+ florilegium build\n$/);
  });
});

describe('florilegium check', () => {
  it('accepts a survey that is still empty', async () => {
    await mkdir(join(folder, 'seeds'));
    const { code, out } = await florilegium('check');
    expect(code).toBe(0);
    expect(out).toContain('0 papers');
  });
});

describe('wrong usage', () => {
  it.each([['bogus'], ['read'], ['check', '--loud'], ['enrich', '--only', 'dblp'], []])(
    'exits with 2: %s',
    async (...args) => {
      expect((await florilegium(...args)).code).toBe(2);
    },
  );

  it('is not asking for help', async () => {
    const { code, out } = await florilegium('--help');
    expect(code).toBe(0);
    for (const command of ['read', 'check', 'release', 'enrich']) expect(out).toContain(command);
  });

  it.each([
    [['--help'], []],
    [['bogus'], ['refusal']],
    [['repair'], ['model', 'text', 'repair', 'json']],
    [['claims'], ['model', 'text', 'claims', 'json']],
  ])('loads of the program what it needs: %j', async (args, parts) => {
    const watch = `import { registerHooks } from 'node:module';
      registerHooks({ load(url, context, next) {
        const part = /\\/src\\/(?:cli\\/)?(\\w+)/.exec(url)?.[1];
        if (part) process.stderr.write('loaded ' + part + '\\n');
        return next(url, context);
      } });`;
    const { err } = await run(
      '--import',
      `data:text/javascript,${encodeURIComponent(watch)}`,
      main,
      ...args,
    );
    const loaded = new Set(Array.from(err.matchAll(/^loaded (\w+)$/gm), ([, part]) => part));
    loaded.delete('main');
    expect([...parts]).toEqual(expect.arrayContaining([...loaded]));
  });
});
