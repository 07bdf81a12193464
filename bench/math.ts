import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import process from 'node:process';
import { repairMath } from '../src/text/repair/index.ts';
import { compare } from './math-model/measure.ts';
import { kindsOf, Report } from './math-model/report.ts';

interface Line {
  id: string;
  stripped: string;
  gold: string;
  area: string;
  real: boolean;
}

async function jsonLines<T>(path: string): Promise<T[]> {
  const lines = (await readFile(path, 'utf8')).trim().split('\n');
  return lines.map((line): T => JSON.parse(line));
}

/**
 * Repairs the `stripped` of each line of a file and compares with `gold`; and repairs the abstracts of
 * `negatives.jsonl` beside it, which should stay as they are. `--verbose` prints what is wrong or missing.
 */
export async function math(args: string[]): Promise<void> {
  const verbose = args.includes('--verbose');
  const [name = ''] = args.filter((argument) => !argument.startsWith('--'));
  const path = resolve(process.env['INIT_CWD'] ?? '.', name);
  const report = new Report();
  let milliseconds = 0;
  let formulas = 0;
  const lines = await jsonLines<Line>(path);
  for (const { id, stripped, gold, area, real } of lines) {
    const start = performance.now();
    const { text, spans } = repairMath(stripped);
    milliseconds += performance.now() - start;
    formulas += spans.length;
    const comparison = compare(stripped, gold, text);
    report.add(kindsOf(area, real), comparison);
    const { wrong, missed } = comparison;
    if (verbose && wrong.length + missed.length > 0) {
      process.stdout.write(`${id}\n  missed ${missed.join('  ')}\n  wrong  ${wrong.join('  ')}\n`);
    }
  }
  const negatives = await jsonLines<{ id: string; abstract: string }>(
    join(dirname(path), 'negatives.jsonl'),
  ).catch(() => []);
  for (const { id, abstract } of negatives) {
    const { text, spans } = repairMath(abstract);
    report.addNegative(text === abstract);
    if (verbose && text !== abstract) {
      process.stdout.write(`${id}\n  wrong  ${spans.map(({ latex }) => latex).join('  ')}\n`);
    }
  }
  process.stdout.write(
    `${report}${formulas} formulas, ${(milliseconds / Math.max(1, lines.length)).toFixed(2)} ms an abstract\n`,
  );
}
