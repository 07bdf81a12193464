import {
  jointSlot,
  lattice,
  marginal,
  MATH_MATH,
  MATH_PROSE,
  PROSE_MATH,
  score,
} from '../../src/text/repair/tagger/crf.ts';
import type { Vocabulary } from '../../src/text/repair/tokens/classes.ts';
import { features, type Features } from '../../src/text/repair/tagger/features.ts';
import { hashText } from '../../src/text/repair/tagger/hash.ts';
import { confidences, oddsOf, verdictFeatures } from '../../src/text/repair/judge/judge.ts';
import { evidence } from '../../src/text/repair/judge/evidence.ts';
import { type Trees, treeSum } from '../../src/text/repair/judge/trees.ts';
import { boost, type BoostingOptions } from './boosting.ts';
import { type Reading, readRun, toLatex } from '../../src/text/repair/latex/latex.ts';
import type { Model } from '../../src/text/repair/model/model.ts';
import { barred, type Candidate, candidates } from '../../src/text/repair/candidates/candidates.ts';
import {
  type PackedModel,
  packTrees,
  packWeights,
  packWords,
} from '../../src/text/repair/model/packed.ts';
import { type Token, tokenise } from '../../src/text/repair/tokens/tokens.ts';
import { analyse, coordinates } from './measure.ts';

/** An abstract as the stripping page shows it, and as its authors wrote it. */
export interface Pair {
  id: string;
  stripped: string;
  gold: string;
  /** How much it counts in training the tagger, and the judge. */
  weight: number;
  verdictWeight: number;
}

/** `\cmd{arg}`, argument up to the first brace. */
const commandWithArgument = /\\[a-zA-Z]+\{([^}]*)\}/g;
const dollars = /\$([^$]*)\$/g;

/** Stripped text with blanks collapsed, and for each of its characters the offset in the gold text. */
function stripWithOrigins(gold: string): { text: string; origins: number[] } {
  let text = gold;
  let origins = Array.from({ length: gold.length }, (_, i) => i);
  const keep = (ranges: [number, number][]) => {
    text = ranges.map(([from, to]) => text.slice(from, to)).join('');
    origins = ranges.flatMap(([from, to]) => origins.slice(from, to));
  };
  let ranges: [number, number][] = [];
  let last = 0;
  for (const m of text.matchAll(commandWithArgument)) {
    const content = m.index + m[0].indexOf('{') + 1;
    ranges.push([last, m.index], [content, m.index + m[0].length - 1]);
    last = m.index + m[0].length;
  }
  keep([...ranges, [last, text.length]]);
  ranges = [];
  last = 0;
  for (const m of text.matchAll(dollars)) {
    ranges.push([last, m.index]);
    const end = m.index + m[0].length - 1;
    for (let from = m.index + 1; from <= end;) {
      const slash = text.indexOf('\\', from);
      const to = slash < 0 || slash >= end ? end : slash;
      ranges.push([from, to]);
      from = to + 1;
    }
    last = m.index + m[0].length;
  }
  keep([...ranges, [last, text.length]]);
  ranges = [];
  // Runs of blanks become one space; its origin is the first blank.
  const out: string[] = [];
  const kept: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const c = text.charAt(i);
    if (/\s/.test(c)) {
      if (out.length === 0 || out.at(-1) === ' ') continue;
      out.push(' ');
    } else out.push(c);
    kept.push(origins[i] ?? 0);
  }
  if (out.at(-1) === ' ') out.pop();
  return { text: out.join(''), origins: kept };
}

/** A tagged abstract. */
export interface Example {
  id: string;
  weight: number;
  tokens: Token[];
  tags: Uint8Array;
  /** Runs of letters inside formulas as they stood in the gold text: `mtimes` and `m\times`. */
  runs: [string, string][];
}

/** Tags the tokens of a pair; undefined when the gold text does not strip to the stripped one. */
export function tagged({ id, stripped, gold, weight }: Pair): Example | undefined {
  const { text, origins } = stripWithOrigins(gold);
  if (text !== stripped) return undefined;
  const inMath = new Uint8Array(gold.length + 1);
  for (const piece of analyse(gold).pieces) {
    if (!piece.texty) inMath.fill(1, piece.from, piece.to);
  }
  const tokens = tokenise(stripped);
  const runs: [string, string][] = [];
  const tags = Uint8Array.from(tokens, ({ kind, text: own, start, end }) => {
    if (kind === 'opaque') return 0;
    let count = 0;
    for (let i = start; i < end; i++) count += inMath[origins[i] ?? -1] ?? 0;
    if (kind === 'word' && count < end - start) return 0;
    if (kind === 'word' && own.length > 1) {
      let source = '';
      for (let i = start; i < end; i++) {
        source += (gold[(origins[i] ?? 0) - 1] === '\\' ? '\\' : '') + stripped.charAt(i);
      }
      runs.push([own, source]);
    }
    return count > 0 ? 1 : 0;
  });
  return { id, weight, tokens, tags, runs };
}

/** How often each word stands in prose, by abstract. */
export function proseCounts(
  examples: readonly Example[],
  common: readonly string[],
): Map<string, number> {
  const counts = new Map<string, number>();
  const mathCounts = new Map<string, number>();
  for (const { tokens, tags } of examples) {
    const count = (into: Map<string, number>, tag: number) => {
      const seen = new Set<string>();
      tokens.forEach(({ kind, text }, i) => {
        if (kind === 'word' && text.length > 1 && tags[i] === tag) seen.add(text.toLowerCase());
      });
      for (const word of seen) into.set(word, (into.get(word) ?? 0) + 1);
    };
    count(counts, 0);
    count(mathCounts, 1);
  }
  for (const word of common) counts.set(word, (counts.get(word) ?? 0) + KNOWN_FROM + 1);
  for (const [word, math] of mathCounts) {
    if (math * 5 > (counts.get(word) ?? 0)) counts.delete(word);
  }
  return counts;
}

export const KNOWN_FROM = 2;

/** Costs of readings of runs, from how authors wrote them. */
export function splitModel(examples: readonly Example[]): Pick<Reading, 'costs' | 'runs'> {
  const commands = new Map<string, number>();
  const readings = new Map<string, Map<string, number>>();
  let units = 0;
  let letters = 0;
  for (const { runs } of examples) {
    for (const [run, source] of runs) {
      const [head = '', ...names] = source.split('\\');
      letters += head.length;
      units += head.length + names.length;
      for (const name of names) commands.set(name, (commands.get(name) ?? 0) + 1);
      const known = readings.get(run) ?? new Map<string, number>();
      known.set(source, (known.get(source) ?? 0) + 1);
      readings.set(run, known);
    }
  }
  const costs = {
    letter: -Math.log((letters + 1) / (units + 1) / 8),
    command: (name: string) => -Math.log(((commands.get(name) ?? 0) + 0.05) / (units + 1)),
  };
  const runs = new Map<string, string>();
  for (const [run, sources] of readings) {
    const ranked = [...sources].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    const [source, count] = ranked[0] ?? ['', 0];
    const total = ranked.reduce((sum, entry) => sum + entry[1], 0);
    if (
      count >= 2 &&
      2 * count > total &&
      readRun(run, { costs, runs: new Map(), vocabulary: () => false }) !== source
    )
      runs.set(run, source);
  }
  return { costs, runs };
}

export interface TrainingOptions {
  size: number;
  epochs: number;
  alpha: number;
  l1: number;
  l2: number;
}

/** Per-coordinate FTRL-proximal (McMahan et al., "Ad Click Prediction", 2013): moves one weight against a gradient. */
function ftrl(
  weights: Float32Array,
  { alpha, l1, l2 }: Pick<TrainingOptions, 'alpha' | 'l1' | 'l2'>,
): (slot: number, gradient: number) => void {
  const z = new Float32Array(weights.length);
  const squares = new Float32Array(weights.length);
  return (slot, gradient) => {
    const n = squares[slot] ?? 0;
    const next = n + gradient * gradient;
    const sigma = (Math.sqrt(next) - Math.sqrt(n)) / alpha;
    const zNext = (z[slot] ?? 0) + gradient - sigma * (weights[slot] ?? 0);
    squares[slot] = next;
    z[slot] = zNext;
    weights[slot] =
      Math.abs(zNext) <= l1
        ? 0
        : -(zNext - Math.sign(zNext) * l1) / ((1 + Math.sqrt(next)) / alpha + l2);
  };
}

/** Raises the likelihood of the tags. */
export function trainWeights(
  data: readonly { features: Features; tags: Uint8Array; barred: Uint8Array; weight: number }[],
  { size, epochs, alpha, l1, l2 }: TrainingOptions,
): Float32Array {
  const weights = new Float32Array(size);
  const mask = size - 1;
  const step = ftrl(weights, { alpha, l1, l2 });
  // The mean over epochs but the first generalises better than the last state.
  const mean = new Float32Array(size);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let k = 0; k < data.length; k++) {
      // A fixed order that mixes neighbours: steps of a number prime to the count.
      const example = data[(k * 7919 + epoch * 13) % data.length];
      if (!example) continue;
      const { tags } = example;
      const scores = score(example.features, weights, example.barred);
      const grid = lattice(scores);
      const n = tags.length;
      for (let i = 0; i < n; i++) {
        const p = marginal(grid, i);
        const gradient = (p - (tags[i] ?? 0)) * example.weight;
        if (example.barred[i] !== 1 && Math.abs(gradient) > 1e-4)
          for (const slot of example.features.single[i] ?? []) step(slot, gradient);
        const before = i > 0 ? marginal(grid, i - 1) : 0;
        if (p < 1e-4 && before < 1e-4 && !tags[i] && !tags[i - 1]) continue;
        const forward = (tag: number) =>
          i > 0 ? (grid.forward[2 * i - 2 + tag] ?? 0) : tag ? -1e9 : 0;
        const pair = (a: number, b: number) =>
          Math.exp(
            forward(a) +
              (scores.joint[4 * i + 2 * a + b] ?? 0) +
              (b ? (scores.single[i] ?? 0) : 0) +
              (grid.backward[2 * i + b] ?? 0) -
              grid.total,
          );
        const gold = 2 * (tags[i - 1] ?? 0) + (tags[i] ?? 0);
        for (let t = PROSE_MATH; t <= MATH_MATH; t++) {
          const [a, b] = t === PROSE_MATH ? [0, 1] : t === MATH_PROSE ? [1, 0] : [1, 1];
          const g = (pair(a, b) - (gold === t ? 1 : 0)) * example.weight;
          if (Math.abs(g) < 1e-4 || (t === MATH_MATH && example.barred[i] === 2)) continue;
          for (const feature of example.features.joint[i] ?? [])
            step(jointSlot(feature, t, mask), g);
        }
      }
    }
    if (epoch === 0) continue;
    for (let slot = 0; slot < size; slot++) {
      mean[slot] = (mean[slot] ?? 0) + (weights[slot] ?? 0) / (epochs - 1);
    }
  }
  return mean;
}

/** Trains a model on tagged abstracts. */
export function train(
  examples: readonly Example[],
  common: readonly string[],
  options: TrainingOptions,
): Omit<Model, 'verdict' | 'trees'> {
  const counts = proseCounts(examples, common);
  const data = examples.map(({ tokens, tags, weight }) => {
    const own = new Set<string>();
    tokens.forEach(({ kind, text }, i) => {
      if (kind === 'word' && !tags[i]) own.add(text.toLowerCase());
    });
    // In its own abstract a word is known only from the others.
    const vocabulary = (word: string) =>
      (counts.get(word) ?? 0) - (own.has(word) ? 1 : 0) >= KNOWN_FROM;
    return {
      features: features(tokens, vocabulary, options.size),
      tags,
      barred: barred(tokens),
      weight,
    };
  });
  const weights = trainWeights(data, options);
  const vocabulary: Vocabulary = (word) => (counts.get(word) ?? 0) >= KNOWN_FROM;
  return { weights, vocabulary, ...splitModel(examples) };
}

/** The fold an abstract belongs to. */
export const foldOf = (id: string, folds: number) => hashText(id) % folds;

/** Logistic regression by the same descent. */
export function trainVerdict(
  rows: readonly { features: readonly number[]; right: boolean; weight: number }[],
  { size, epochs, alpha, l1, l2 }: TrainingOptions,
): Float32Array {
  const weights = new Float32Array(size);
  const step = ftrl(weights, { alpha, l1, l2 });
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let k = 0; k < rows.length; k++) {
      const row = rows[(k * 7919 + epoch * 13) % rows.length];
      if (!row) continue;
      let sum = 0;
      for (const feature of row.features) sum += weights[feature] ?? 0;
      const gradient = (1 / (1 + Math.exp(-sum)) - (row.right ? 1 : 0)) * row.weight;
      for (const feature of row.features) step(feature, gradient);
    }
  }
  return weights;
}

/** Which candidates say what the authors wrote, and stand where they wrote it. */
export function rightness(
  { stripped, gold }: Pick<Pair, 'stripped' | 'gold'>,
  tokens: readonly Token[],
  candidates: readonly Candidate[],
  reading: Reading,
): boolean[] {
  const wanted = new Set(
    analyse(gold).pieces.flatMap(({ texty, at, plain }) => (texty ? [] : [`${at}|${plain}`])),
  );
  const { at } = coordinates(stripped);
  return candidates.map((candidate) => {
    const offset = at(tokens[candidate.from]?.start ?? 0);
    const { pieces } = analyse(`$${toLatex(tokens, candidate, reading)}$`);
    return (
      pieces.length > 0 &&
      pieces.every((piece) => wanted.has(`${offset + piece.at}|${piece.plain}`))
    );
  });
}

/** The files of a training folder. */
export interface TrainingData {
  pairs: readonly Pair[];
  /** Words of prose beyond those of the pairs. */
  common: readonly string[];
}

export const taggerOptions: TrainingOptions = {
  size: 1 << 17,
  epochs: 7,
  alpha: 0.1,
  l1: 1.5,
  l2: 1,
};
export const verdictOptions: TrainingOptions = {
  size: 1 << 14,
  epochs: 4,
  alpha: 0.1,
  l1: 4,
  l2: 1,
};
export const FOLDS = 5;

/** A pair, its candidates as a model sees them that did not learn from its fold, and which of them are right. */
export interface Held {
  pair: Pair;
  fold: number;
  tokens: readonly Token[];
  candidates: Candidate[];
  reading: Reading;
  rows: { features: number[]; right: boolean; weight: number }[];
}

/** Candidates of every pair by models that did not see its fold. */
export function heldOut({ pairs, common }: TrainingData, say: (line: string) => void): Held[] {
  const examples = pairs.flatMap((pair) => {
    const example = tagged(pair);
    return example ? [{ pair, example, fold: foldOf(pair.id, FOLDS) }] : [];
  });
  const held: Held[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const seen = examples.flatMap((entry) => (entry.fold === fold ? [] : [entry.example]));
    const model = train(seen, common, taggerOptions);
    for (const { pair, example, fold: own } of examples) {
      if (own !== fold) continue;
      const { tokens } = example;
      const found = candidates(tokens, model);
      const right = rightness(pair, tokens, found, model);
      const rows = verdictFeatures(tokens, found, model.vocabulary, verdictOptions.size).map(
        (features, i) => ({ features, right: right[i] ?? false, weight: pair.verdictWeight }),
      );
      held.push({ pair, fold, tokens, candidates: found, reading: model, rows });
    }
    say(`fold ${fold + 1} of ${FOLDS} trained`);
  }
  return held;
}

export const boostingOptions: BoostingOptions = {
  trees: 150,
  depth: 5,
  rate: 0.1,
  l2: 10,
  least: 10,
};

/** The odds of each candidate by the first judge. */
const firstOdds = ({ rows }: Held, verdict: Float32Array) =>
  rows.map(({ features }) => oddsOf(features, verdict));

/** The same of all, by first judges that did not see their folds. */
function heldOutOdds(held: readonly Held[]): Map<Held, number[]> {
  const out = new Map<Held, number[]>();
  for (const fold of new Set(held.map((entry) => entry.fold))) {
    const verdict = trainVerdict(
      held.flatMap((entry) => (entry.fold === fold ? [] : entry.rows)),
      verdictOptions,
    );
    for (const entry of held) {
      if (entry.fold === fold) out.set(entry, firstOdds(entry, verdict));
    }
  }
  return out;
}

/** What the second judge weighs of each candidate. */
const numbers = ({ tokens, candidates: own, reading }: Held, odds: readonly number[]) =>
  evidence(tokens, own, reading.vocabulary, odds);

/** Both judges, learnt from candidates of taggers that did not see them. */
function trainJudges(held: readonly Held[]): { verdict: Float32Array; trees: Trees } {
  const odds = heldOutOdds(held);
  const all = held.flatMap((entry) => entry.rows);
  const trees = boost(
    {
      rows: held.flatMap((entry) => numbers(entry, odds.get(entry) ?? [])),
      labels: all.map(({ right }) => right),
      weights: all.map(({ weight }) => weight),
    },
    boostingOptions,
  );
  return { verdict: trainVerdict(all, verdictOptions), trees };
}

/** The confidence of each candidate by judges that did not see its fold. */
export function heldOutConfidences(held: readonly Held[]): Map<Held, number[]> {
  const out = new Map<Held, number[]>();
  for (let fold = 0; fold < FOLDS; fold++) {
    const { verdict, trees } = trainJudges(held.filter((entry) => entry.fold !== fold));
    for (const entry of held) {
      if (entry.fold !== fold) continue;
      const first = firstOdds(entry, verdict);
      const second = numbers(entry, first).map((row) => treeSum(trees, row));
      out.set(entry, confidences(entry.tokens, entry.candidates, first, second));
    }
  }
  return out;
}

/** The model of all data. */
export function fitted(data: TrainingData, held: readonly Held[]): PackedModel {
  const examples = data.pairs.flatMap((pair) => tagged(pair) ?? []);
  const { weights, costs, runs } = train(examples, data.common, taggerOptions);
  const { verdict, trees } = trainJudges(held);
  const counts = proseCounts(examples, data.common);
  const names = new Set(
    examples.flatMap((example) =>
      example.runs.flatMap(([, source]) => source.split('\\').slice(1)),
    ),
  );
  const hundredths = (cost: number) => Math.round(100 * cost);
  return {
    tagger: packWeights(weights),
    verdict: packWeights(verdict),
    trees: packTrees(trees),
    vocabulary: packWords([...counts].flatMap(([w, n]) => (n >= KNOWN_FROM ? [w] : []))),
    letter: hundredths(costs.letter),
    commands: Object.fromEntries(
      [...names].sort().map((name) => [name, hundredths(costs.command(name))]),
    ),
    // No command is called so.
    other: hundredths(costs.command('')),
    runs: Object.fromEntries([...runs].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}
