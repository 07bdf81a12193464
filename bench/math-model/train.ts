/**
 * `node bench/math-model/train.ts FOLDER [--check]`: trains the repair of stripped math on `dev.jsonl` (`{ id, stripped,
 * gold, area, real }`), `negatives.jsonl` (`{ id, abstract }`) and `confusables.json` (`{ words: { word: count } }`) of
 * a folder, writes `src/text/repair/model/weights.json`, and prints what cross-validation gives, threshold by threshold.
 * `--check` only says whether the shipped file is what the folder gives.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { curve } from './report.ts';
import { fitted, heldOut, heldOutConfidences, type TrainingData } from './training.ts';

const target = new URL('../../src/text/repair/model/weights.json', import.meta.url);

interface DevLine {
  id: string;
  stripped: string;
  gold: string;
  area: string;
  real: boolean;
}
interface NegativeLine {
  id: string;
  abstract: string;
}

/** Recent computer science is what the stripping page lists most; it counts more. */
async function trainingData(
  folder: string,
): Promise<{ data: TrainingData; areas: Map<string, string> }> {
  const lines = async <T>(name: string): Promise<T[]> =>
    (await readFile(join(folder, name), 'utf8'))
      .trim()
      .split('\n')
      .map((line): T => JSON.parse(line));
  const dev = await lines<DevLine>('dev.jsonl');
  const negatives = await lines<NegativeLine>('negatives.jsonl');
  const confusables: { words: Record<string, number> } = JSON.parse(
    await readFile(join(folder, 'confusables.json'), 'utf8'),
  );
  const common = Object.entries(confusables.words).flatMap(([word, n]) =>
    n >= 2 ? [word.toLowerCase()] : [],
  );
  const pairs = [
    ...dev.map(({ id, stripped, gold, area, real }) => ({
      id,
      stripped,
      gold,
      area: real ? 'real' : area,
      weight: real ? 3 : area === 'cs' ? 1.5 : 1,
      verdictWeight: real ? 6 : area === 'cs' ? 2 : 1,
    })),
    ...negatives.map(({ id, abstract }) => {
      const text = abstract.replace(/\s+/g, ' ').trim();
      return { id, stripped: text, gold: text, area: 'negative', weight: 4, verdictWeight: 6 };
    }),
  ];
  return {
    data: { pairs, common: [...new Set(common)] },
    areas: new Map(pairs.map(({ id, area }) => [id, area])),
  };
}

const [folder, mode] = process.argv.slice(2);
if (folder === undefined) {
  process.stderr.write('usage: node bench/math-model/train.ts FOLDER [--check]\n');
  process.exitCode = 2;
} else {
  const { data, areas } = await trainingData(resolve(process.env['INIT_CWD'] ?? '.', folder));
  const held = heldOut(data, (line) => process.stderr.write(`${line}\n`));
  const packed = `${JSON.stringify(fitted(data, held), null, 2)}\n`;
  if (mode === '--check') {
    const same = packed === (await readFile(target, 'utf8'));
    process.stdout.write(same ? 'The shipped weights match.\n' : 'The shipped weights differ.\n');
    if (!same) process.exitCode = 1;
  } else {
    await writeFile(target, packed);
    process.stdout.write(curve(held, heldOutConfidences(held), (id) => areas.get(id) ?? ''));
  }
}
