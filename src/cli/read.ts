import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import process from 'node:process';
import { SingleBar } from 'cli-progress';
import type { Lines, Seed } from '../model/index.ts';
import { formatMessage, type SeedRecords, sourceRecords } from '../pipeline/index.ts';
import { printable, printableJson } from '../text/index.ts';
import { type DescribedRecord, describeSeed } from './described-seed.ts';
import { systemSentence } from './refusal.ts';

/** Prints what files would give, without building; exit code 1 when the text of one has an error, 2 when one cannot be opened. */
export async function read(files: string[], { json }: { json?: true }): Promise<void> {
  const described = [];
  for (const file of files) {
    const seed = await open(file);
    if (!seed) continue;
    const found = readWithProgress(seed);
    described.push(describeSeed(found));
    if (found.messages.some(({ severity }) => severity === 'error')) process.exitCode ??= 1;
    if (!json) process.stdout.write(printable(asText(found)));
  }
  if (json) process.stdout.write(`${printableJson(described)}\n`);
}

/** Files from this size on take long enough to want a bar. */
const LONG = 1_000_000;

/** Reads a seed; a person who waits for a long one sees how far it is. */
function readWithProgress(seed: Seed): SeedRecords {
  if (seed.bytes.length < LONG || !process.stderr.isTTY) return sourceRecords(seed);
  const bar = new SingleBar({
    format: `${seed.path} [{bar}] {percentage} %, {value} of {total} bytes`,
    stream: process.stderr,
    clearOnComplete: true,
  });
  bar.start(seed.bytes.length, 0);
  try {
    return sourceRecords(seed, (bytes) => bar.update(bytes));
  } finally {
    bar.stop();
  }
}

async function open(file: string): Promise<Seed | undefined> {
  // npm runs scripts in the checkout; a path is meant from where the user stands.
  const path = resolve(process.env['INIT_CWD'] ?? process.cwd(), file);
  try {
    return { path: basename(path), bytes: await readFile(path) };
  } catch (error) {
    const reason = systemSentence(error, file) ?? `${file} cannot be read: ${String(error)}.`;
    process.stderr.write(`error: ${reason} Name a text file.\n`);
    process.exitCode = 2;
    return undefined;
  }
}

function asText(found: SeedRecords): string {
  const { reading } = found;
  const { records, messages } = describeSeed(found);
  const { field, chrome, separator, unparsed } = reading.account.totals;
  const share = (bytes: number) =>
    `${bytes} (${((100 * bytes) / Math.max(reading.bytes, 1)).toFixed(1)} %)`;
  return [
    `${reading.path}: ${reading.format === null ? 'unknown format' : reading.label}, ${reading.bytes} bytes, ${records.length} records`,
    `  fields ${share(field)}, page chrome ${share(chrome)}, separators ${share(separator)}, unparsed ${share(unparsed)}`,
    ...records.map(recordLine),
    ...messages.map((message) => `  ${formatMessage(message).replaceAll('\n', '\n  ')}`),
    '',
  ].join('\n');
}

function recordLine(record: DescribedRecord): string {
  const name = record.title ?? (record.abstract ? `“${record.abstract.slice(0, 60)}…”` : 'no text');
  const facts = [
    record.authors &&
      `${record.authors[0]}${record.authors.length > 1 || record.et_al ? ' et al.' : ''}`,
    record.date && `${record.date}${record.date_inferred ? ' (year inferred)' : ''}`,
    record.arxiv && `arXiv:${record.arxiv}`,
    record.doi,
    record.truncated && 'truncated',
  ].filter(Boolean);
  return `  ${linesOf(record.lines)}  ${name}${facts.length > 0 ? ` · ${facts.join(' · ')}` : ''}`;
}

function linesOf([first, last]: Lines): string {
  return (first === last ? `L${first}` : `L${first}-${last}`).padEnd(11);
}
