import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import process from 'node:process';
import { unpackModel } from '../src/text/repair/model/packed.ts';
import network from '../src/text/repair/model/network.json' with { type: 'json' };
import packed from '../src/text/repair/model/weights.json' with { type: 'json' };
import { judgedOf, settled } from '../src/text/repair/repair.ts';
import { strip } from '../src/text/repair/latex/strip.ts';
import { tokenise } from '../src/text/repair/tokens/tokens.ts';
import { compare } from './math-model/measure.ts';
import { kindsOf, points, Report } from './math-model/report.ts';

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
 * `negatives.jsonl` beside it, which should stay as they are. At three operating points, the shipped one first, of which
 * `--verbose` prints what is wrong or missing. Says how many repairs strip to what the text strips to, which all must.
 */
export async function math(args: string[]): Promise<void> {
  const verbose = args.includes('--verbose');
  const [name = ''] = args.filter((argument) => !argument.startsWith('--'));
  const path = resolve(process.env['INIT_CWD'] ?? '.', name);
  const model = unpackModel(packed, network);
  const reports = new Map(Object.keys(points).map((point) => [point, new Report()]));
  let milliseconds = 0;
  let texts = 0;
  let lawful = 0;
  /** The repair at each point; the first is the shipped one. */
  const repairs = (text: string) => {
    const start = performance.now();
    const tokens = tokenise(text);
    const judged = judgedOf(model, tokens);
    milliseconds += performance.now() - start;
    texts++;
    const found = Object.entries(points).map(([point, thresholds]) => {
      const repaired = settled(model, thresholds, text, tokens, judged);
      return { point, ...repaired };
    });
    if (found.every((repair) => strip(repair.text) === strip(text))) lawful++;
    return found;
  };
  for (const { id, stripped, gold, area, real } of await jsonLines<Line>(path)) {
    for (const [i, { point, text }] of repairs(stripped).entries()) {
      const comparison = compare(stripped, gold, text);
      reports.get(point)?.add(kindsOf(area, real), comparison);
      const { wrong, missed } = comparison;
      if (verbose && i === 0 && wrong.length + missed.length > 0) {
        process.stdout.write(
          `${id}\n  missed ${missed.join('  ')}\n  wrong  ${wrong.join('  ')}\n`,
        );
      }
    }
  }
  const negatives = await jsonLines<{ id: string; abstract: string }>(
    join(dirname(path), 'negatives.jsonl'),
  ).catch(() => []);
  for (const { id, abstract } of negatives) {
    for (const [i, { point, text, spans }] of repairs(abstract).entries()) {
      reports.get(point)?.addNegative(text === abstract);
      if (verbose && i === 0 && text !== abstract) {
        process.stdout.write(`${id}\n  wrong  ${spans.map(({ latex }) => latex).join('  ')}\n`);
      }
    }
  }
  for (const [point, report] of reports) {
    const { sure, hard, soft, alone } = points[point] ?? {};
    process.stdout.write(
      `${point}: sure ${sure}  hard ${hard}  soft ${soft}  alone ${alone}\n${report}\n`,
    );
  }
  process.stdout.write(
    `${lawful} of ${texts} texts keep the law, ${(milliseconds / texts).toFixed(1)} ms a text\n`,
  );
}
