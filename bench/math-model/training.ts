import type { Candidate, Tagger } from '../../src/text/repair/candidates/candidates.ts';
import { candidates } from '../../src/text/repair/candidates/candidates.ts';
import { evidence } from '../../src/text/repair/judge/evidence.ts';
import { confidences, oddsOf, verdictFeatures } from '../../src/text/repair/judge/judge.ts';
import { type Trees, treeSum } from '../../src/text/repair/judge/trees.ts';
import { type Reading, readRun, toLatex } from '../../src/text/repair/latex/latex.ts';
import {
  type PackedModel,
  packTrees,
  packWeights,
  packWords,
} from '../../src/text/repair/model/packed.ts';
import { hashText } from '../../src/text/repair/tagger/hash.ts';
import { renderMath } from '../../src/text/math/render.ts';
import { type Token, tokenise } from '../../src/text/repair/tokens/tokens.ts';
import { type BoostingOptions, boost } from './boosting.ts';
import { analyse, coordinates } from './measure.ts';

/** An abstract as the stripping page shows it, and as its authors wrote it. */
export interface Pair {
  id: string;
  stripped: string;
  gold: string;
  /** How much it counts in training the judges. */
  weight: number;
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
  tokens: Token[];
  tags: Uint8Array;
  /** Runs of letters inside formulas as they stood in the gold text: `mtimes` and `m\times`. */
  runs: [string, string][];
}

/** Tags the tokens of a pair; undefined when the gold text does not strip to the stripped one. */
export function tagged({ stripped, gold }: Pick<Pair, 'stripped' | 'gold'>): Example | undefined {
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
  return { tokens, tags, runs };
}

/** In so many abstracts' prose a word is known. */
const KNOWN_FROM = 8;

/** Words known from prose: seen there in enough abstracts, and five times as often as in formulas. */
export function knownWords(examples: readonly Example[]): string[] {
  const prose = new Map<string, number>();
  const math = new Map<string, number>();
  for (const { tokens, tags } of examples) {
    for (const [tag, counts] of [
      [0, prose],
      [1, math],
    ] as const) {
      const seen = new Set<string>();
      tokens.forEach(({ kind, text }, i) => {
        if (kind === 'word' && text.length > 1 && tags[i] === tag) seen.add(text.toLowerCase());
      });
      for (const word of seen) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  return [...prose]
    .flatMap(([word, n]) => (n >= KNOWN_FROM && n >= 5 * (math.get(word) ?? 0) ? [word] : []))
    .sort();
}

/** Whether a formula can be set without guessing what a command means. */
function isKnown(latex: string): boolean {
  const rendered = renderMath(latex, false);
  return !('reason' in rendered) && rendered.unknown.length === 0;
}

/** So often a run of letters is written in one way before that is learnt by heart. */
const RUN_FROM = 4;

/** Costs of readings of runs, from how authors wrote them. */
export function splitModel(
  examples: readonly Example[],
): Pick<Reading, 'costs' | 'runs'> & { names: ReadonlyMap<string, number> } {
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
      count >= RUN_FROM &&
      // An author's own macro says nothing to others.
      isKnown(source) &&
      2 * count > total &&
      readRun(run, { costs, runs: new Map(), vocabulary: () => false }) !== source
    )
      runs.set(run, source);
  }
  return { costs, runs, names: commands };
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

export const verdictOptions: TrainingOptions = {
  size: 1 << 15,
  epochs: 4,
  alpha: 0.1,
  l1: 4,
  l2: 1,
};
const FOLDS = 5;

/** A pair, its candidates, and which of them are right. */
export interface Held {
  pair: Pair;
  fold: number;
  tokens: readonly Token[];
  candidates: Candidate[];
  rows: { features: number[]; right: boolean; weight: number }[];
}

/** Candidates of pairs by a tagger that did not learn from them. */
export function heldOut(pairs: readonly Pair[], model: Tagger & Reading): Held[] {
  return pairs.flatMap((pair) => {
    const example = tagged(pair);
    if (!example) return [];
    const { tokens } = example;
    const found = candidates(tokens, model);
    const right = rightness(pair, tokens, found, model);
    const rows = verdictFeatures(tokens, found, model.vocabulary, verdictOptions.size).map(
      (features, i) => ({ features, right: right[i] ?? false, weight: pair.weight }),
    );
    return [{ pair, fold: foldOf(pair.id, FOLDS), tokens, candidates: found, rows }];
  });
}

export const boostingOptions: BoostingOptions = {
  trees: 300,
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

/** Both judges, learnt from candidates of a tagger that did not see them. */
export function trainJudges(
  held: readonly Held[],
  { vocabulary }: Reading,
): { verdict: Float32Array; trees: Trees } {
  const odds = heldOutOdds(held);
  const all = held.flatMap((entry) => entry.rows);
  const trees = boost(
    {
      rows: held.flatMap((entry) =>
        evidence(entry.tokens, entry.candidates, vocabulary, odds.get(entry) ?? []),
      ),
      labels: all.map(({ right }) => right),
      weights: all.map(({ weight }) => weight),
    },
    boostingOptions,
  );
  return { verdict: trainVerdict(all, verdictOptions), trees };
}

/** The confidence of each candidate by judges that did not learn from it. */
export function confidencesOf(
  entry: Held,
  { verdict, trees }: { verdict: Float32Array; trees: Trees },
  { vocabulary }: Reading,
): number[] {
  const first = firstOdds(entry, verdict);
  const second = evidence(entry.tokens, entry.candidates, vocabulary, first).map((row) =>
    treeSum(trees, row),
  );
  return confidences(entry.tokens, entry.candidates, first, second);
}

/** The shipped form of what was learnt, the network aside. */
export function packed(
  judges: { verdict: Float32Array; trees: Trees },
  words: readonly string[],
  { costs, runs, names }: ReturnType<typeof splitModel>,
): PackedModel {
  const hundredths = (cost: number) => Math.round(100 * cost);
  return {
    verdict: packWeights(judges.verdict),
    trees: packTrees(judges.trees),
    vocabulary: packWords(words),
    letter: hundredths(costs.letter),
    // Commands that an author or two made count as those that nobody did.
    commands: Object.fromEntries(
      [...names]
        .filter(([, count]) => count >= RUN_FROM)
        .map(([name]): [string, number] => [name, hundredths(costs.command(name))])
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
    // No command is called so.
    other: hundredths(costs.command('')),
    runs: Object.fromEntries([...runs].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}
