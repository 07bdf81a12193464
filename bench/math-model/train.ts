/**
 * `node bench/math-model/train.ts FOLDER NETWORK [--check]`: the last step of training the repair of stripped math.
 * Reads the abstracts of a folder (see `corpus.ts`) and the network that `network.py` learnt from them, teaches the
 * judges on the part that the network did not see, writes `weights.json` and `network.json` of
 * `src/text/repair/model/`, and prints what the part `thresholds` gives, setting by setting. `--check` only says
 * whether the shipped files are what the folder and the network give.
 */
import { readFile, writeFile } from 'node:fs/promises';
import process from 'node:process';
import { type PackedNetwork, unpackNetwork } from '../../src/text/repair/model/network.ts';
import { type Abstract, examplesOf, readParts } from './corpus.ts';
import { commonWords, WORDS } from './prepare.ts';
import { curve } from './report.ts';
import { confidencesOf, heldOut, knownWords, packed, splitModel, trainJudges } from './training.ts';

const target = (name: string) => new URL(`../../src/text/repair/model/${name}`, import.meta.url);

/** Recent computer science is what the stripping page lists most; it counts more. */
const weightOf = ({ area, recent }: Abstract) =>
  area === 'plain' ? 3 : area === 'cs' ? (recent ? 6 : 2) : area === 'stat' ? 1.5 : 1;

const [folder, file, mode] = process.argv.slice(2);
if (folder === undefined || file === undefined) {
  process.stderr.write('usage: node bench/math-model/train.ts FOLDER NETWORK [--check]\n');
  process.exitCode = 2;
} else {
  const say = (line: string) => process.stderr.write(`${line}\n`);
  const parts = await readParts(folder);
  const examples = examplesOf(parts.get('tagger') ?? []).map(({ example }) => example);
  const learnt: { tensors: PackedNetwork['tensors'] } = JSON.parse(await readFile(file, 'utf8'));
  const network = { words: commonWords(examples, WORDS - 1).join('\n'), tensors: learnt.tensors };
  const words = knownWords(examples);
  const known = new Set(words);
  const reading = { ...splitModel(examples), vocabulary: (word: string) => known.has(word) };
  const model = { ...reading, network: unpackNetwork(network) };
  const heldIn = (abstracts: readonly Abstract[]) =>
    heldOut(
      examplesOf(abstracts).map(({ abstract }) => ({ ...abstract, weight: weightOf(abstract) })),
      model,
    );
  say(`${examples.length} abstracts read`);
  const held = heldIn(parts.get('judges') ?? []);
  say(`${held.length} abstracts for the judges`);
  const judges = trainJudges(held, reading);
  const files = {
    'weights.json': `${JSON.stringify(packed(judges, words, reading), null, 2)}\n`,
    'network.json': `${JSON.stringify(network, null, 2)}\n`,
  };
  for (const [name, text] of Object.entries(files)) {
    if (mode !== '--check') await writeFile(target(name), text);
    else {
      const same = text === (await readFile(target(name), 'utf8'));
      process.stdout.write(`${name} ${same ? 'matches' : 'differs'}.\n`);
      if (!same) process.exitCode = 1;
    }
  }
  const others = parts.get('thresholds') ?? [];
  const areas = new Map(others.map(({ id, area }) => [id, area]));
  const checked = heldIn(others);
  const confidence = new Map(
    checked.map((entry) => [entry, confidencesOf(entry, judges, reading)]),
  );
  process.stdout.write(curve(checked, confidence, reading, (id) => areas.get(id) ?? ''));
}
