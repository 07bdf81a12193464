import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { describeSeed, type DescribedRecord } from '../src/cli/described-seed.ts';
import { sourceRecords } from '../src/pipeline/index.ts';
import { collapse, fold } from '../src/text/index.ts';

/** One gold record: flat fields, absent where the input does not say them. */
type Gold = Record<string, unknown>;

interface Tally {
  records: number;
  found: number;
  invented: number;
  fields: number;
  right: number;
}

/** Fields that count towards the share; the others are printed only when they differ. */
const judged = ['title', 'authors', 'arxiv', 'doi', 'date', 'abstract_start', 'abstract_end'];

/**
 * Reads every `<format>/<n>.txt` below a folder and compares the records with `<n>.gold.json`.
 *
 * `--verbose` prints every difference.
 */
export async function samples(args: string[]): Promise<void> {
  const verbose = args.includes('--verbose');
  const [folder = '', only] = args.filter((argument) => !argument.startsWith('--'));
  const root = resolve(process.env['INIT_CWD'] ?? '.', folder);
  const total = empty();
  for (const format of (await readdir(root)).sort()) {
    if (only !== undefined && format !== only) continue;
    const names = await readdir(join(root, format)).catch(() => []);
    for (const name of names.sort()) {
      const number = /^(.+)\.gold\.json$/.exec(name)?.[1];
      if (number === undefined) continue;
      const bytes = await readFile(join(root, format, `${number}.txt`));
      const gold: Gold[] = JSON.parse(await readFile(join(root, format, name), 'utf8'));
      const seed = describeSeed(sourceRecords({ path: `${format}-${number}.txt`, bytes }));
      const tally = compare(gold, seed.records, (line) => {
        if (verbose) process.stdout.write(`    ${line}\n`);
      });
      const { unparsed } = seed.ledger;
      process.stdout.write(
        `${`${format}/${number}`.padEnd(24)} ${(seed.format ?? 'unknown').padEnd(20)} ${tally.found}/${tally.records} records, ${tally.invented} invented, fields ${tally.right}/${tally.fields}, unparsed ${unparsed} bytes\n`,
      );
      for (const key of ['records', 'found', 'invented', 'fields', 'right'] as const)
        total[key] += tally[key];
    }
  }
  process.stdout.write(
    `all: ${total.found}/${total.records} records, ${total.invented} invented, fields ${total.right}/${total.fields} = ${((100 * total.right) / Math.max(1, total.fields)).toFixed(2)} %\n`,
  );
}

const empty = (): Tally => ({ records: 0, found: 0, invented: 0, fields: 0, right: 0 });

function compare(gold: Gold[], records: DescribedRecord[], say: (line: string) => void): Tally {
  const tally = { ...empty(), records: gold.length };
  const free = new Set(records);
  for (const [index, expected] of gold.entries()) {
    const match = [...free].find((record) => isSame(expected, record));
    if (!match) {
      say(`missing #${index + 1}: ${String(expected['title'] ?? expected['abstract_start'])}`);
      tally.fields += judged.filter((name) => expected[name] !== undefined).length;
      continue;
    }
    free.delete(match);
    tally.found += 1;
    for (const [name, value] of Object.entries(expected)) {
      const found = fieldOf(match, name, expected);
      if (found === 'not comparable') continue;
      const right = normal(found) === normal(value);
      if (judged.includes(name)) {
        tally.fields += 1;
        if (right) tally.right += 1;
      }
      if (!right) say(`#${index + 1} ${name}: expected ${normal(value)}, found ${normal(found)}`);
    }
  }
  tally.invented = free.size;
  for (const record of free)
    say(`invented: ${record.title ?? record.abstract?.slice(0, 60) ?? JSON.stringify(record)}`);
  return tally;
}

function isSame(expected: Gold, record: DescribedRecord): boolean {
  for (const key of ['arxiv', 'doi'] as const) {
    if (
      expected[key] !== undefined &&
      normal(expected[key]).toLowerCase() === record[key]?.toLowerCase()
    )
      return true;
  }
  if (typeof expected['title'] === 'string' && record.title !== undefined) {
    return fold(expected['title']) === fold(record.title);
  }
  if (typeof expected['abstract_start'] === 'string') {
    return normal(record.abstract).startsWith(normal(expected['abstract_start']));
  }
  // A copy may end before the title.
  return expected['title'] === undefined && normal(expected['authors']) === normal(record.authors);
}

/** The record's side of a gold field; the cut ends of an abstract are compared at their length. */
function fieldOf(record: DescribedRecord, name: string, expected: Gold): unknown {
  const abstract = normal(record.abstract);
  if (name === 'abstract_start') return abstract.slice(0, normal(expected[name]).length);
  if (name === 'abstract_end') {
    if (expected['truncated'] === true) return 'not comparable';
    const length = normal(expected[name]).length;
    return abstract.slice(Math.max(0, abstract.length - length));
  }
  if (['abstract_partial', 'updated', 'month_day', 'kind', 'type'].includes(name))
    return 'not comparable';
  return new Map<string, unknown>(Object.entries(record)).get(name);
}

function normal(value: unknown): string {
  if (value === undefined) return '';
  if (Array.isArray(value)) return value.map(normal).join(' | ');
  return collapse(typeof value === 'string' ? value : JSON.stringify(value));
}
