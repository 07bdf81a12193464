import { copyFile, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import process from 'node:process';
import { InvalidArgumentError } from 'commander';
import { packageFolder } from '../../loaders/index.ts';
import { messageDigest, sourceRecords } from '../../pipeline/index.ts';
import { printable } from '../../text/index.ts';
import { Refusal } from '../refusal.ts';
import { type Dependency, dependencyOn } from './dependency.ts';
import { filesOf } from './files.ts';

interface Options {
  /** What the survey's package depends on, as npm writes it. */
  from?: string;
}

/** A file that becomes a seed. */
interface Given {
  name: string;
  bytes: Uint8Array;
}

/** What a repository holds before anything is in it, and systems put into folders by themselves. */
const OF_A_REPOSITORY = /^(?:\.git|\.DS_Store|(?:readme|licen[cs]e)(?:\.\w+)?)$/i;

/**
 * Begins a survey in a folder that is not there, empty or a fresh repository: the given files as seeds, and what it takes to build, serve and
 * publish it.
 *
 * @throws Refusal when there is something in the folder
 * @throws InvalidArgumentError for a file that cannot be a seed
 */
export async function begin(name: string, files: string[], { from }: Options): Promise<void> {
  // npm runs scripts in the folder of the package; paths are meant from where the user stands.
  const here = process.env['INIT_CWD'] ?? process.cwd();
  const folder = resolve(here, name);
  const [there] = (await readdir(folder).catch(() => [])).filter(
    (entry) => !OF_A_REPOSITORY.test(entry),
  );
  if (there !== undefined) {
    throw new Refusal(
      `${folder} is not empty: ${there} is in it. Name a folder that is not there.`,
    );
  }
  const seeds: Given[] = [];
  for (const file of files) seeds.push(await seedOf(resolve(here, file), seeds));
  const dependency: Dependency =
    from === undefined ? await dependencyOn(packageFolder, folder) : { spec: from };
  const written = filesOf({
    name: basename(folder),
    dependency: dependency.spec,
    node: process.versions.node,
    hasSeeds: seeds.length > 0,
  });
  for (const [path, text] of written) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text, { flag: 'wx' });
  }
  const { packed } = dependency;
  if (packed !== undefined) await copyFile(packed, join(folder, basename(packed)));
  await mkdir(join(folder, 'seeds'), { recursive: true });
  for (const { name: seed, bytes } of seeds) {
    await writeFile(join(folder, 'seeds', seed), bytes, { flag: 'wx' });
  }

  const shown = relative(here, folder);
  const names = [...written.keys(), ...(packed === undefined ? [] : [basename(packed)])];
  const quoted = /^[\w./-]+$/.test(shown) ? shown : JSON.stringify(shown);
  process.stdout.write(
    printable(
      [
        `Begun in ${shown || folder}: ${names.join(', ')}.`,
        ...seeds.flatMap(seedLines),
        ...(seeds.length === 0 ? ['Put listings of papers into seeds/.'] : []),
        'Next:',
        `  ${shown === '' ? '' : `cd ${quoted} && `}npm install`,
        '  npx florilegium build',
        'While you write, `npx florilegium dev` shows the survey as it is.',
        '',
      ].join('\n'),
    ),
  );
}

async function seedOf(path: string, others: readonly Given[]): Promise<Given> {
  const name = basename(path);
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) throw new InvalidArgumentError(`${path} is not there.`);
  if (!found.isFile()) {
    throw new InvalidArgumentError(`${path} is no plain file; name the files in it one by one.`);
  }
  if (name.startsWith('.')) {
    throw new InvalidArgumentError(`${path} begins with a dot, and such files are no seeds.`);
  }
  if (others.some((other) => other.name === name)) {
    throw new InvalidArgumentError(`two files are called ${name}; rename one of them.`);
  }
  return { name, bytes: await readFile(path) };
}

/** `  seeds/library.bib: BibTeX, 400 records`; of a file that no reader knows, also what it seems to be. */
function seedLines({ name, bytes }: Given): string[] {
  const { reading, records, messages } = sourceRecords({ path: name, bytes });
  if (reading.format === null) {
    return [`  seeds/${name}: not read`, ...messageDigest(messages).map((line) => `  ${line}`)];
  }
  const count = records.length === 1 ? '1 record' : `${records.length} records`;
  return [`  seeds/${name}: ${reading.label}, ${count}`];
}
