import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strip } from '../../src/text/repair/latex/strip.ts';
import { hashText } from '../../src/text/repair/tagger/hash.ts';
import { type Example, tagged } from './training.ts';

/** An abstract as its authors wrote it, white space collapsed. */
export interface Abstract {
  id: string;
  gold: string;
  stripped: string;
  /** `cs`, `math`, `physics`, `stat`, or `plain` for one without formulas. */
  area: string;
  /** Of 2023 or later. */
  recent: boolean;
}

/**
 * What an abstract is for: to be judged by and nothing else (`held`), to choose thresholds by, to teach the judges, to
 * teach the tagger.
 */
export type Part = 'held' | 'thresholds' | 'judges' | 'tagger';

/** Files of a folder of abstracts, and what they hold. */
const FILES = ['cs', 'math', 'physics', 'stat', 'without-math'];

/** Of how many abstracts of a kind how many go where, before the rest goes to the tagger. */
const SHARES: readonly {
  of: (abstract: Abstract) => boolean;
  held: number;
  thresholds: number;
  judges: number;
}[] = [
  {
    of: ({ area, recent }) => area === 'plain' && recent,
    held: 1500,
    thresholds: 800,
    judges: 2500,
  },
  { of: ({ area }) => area === 'plain', held: 0, thresholds: 0, judges: 400 },
  { of: ({ area, recent }) => area === 'cs' && recent, held: 2000, thresholds: 60, judges: 240 },
  { of: ({ area }) => area === 'cs', held: 0, thresholds: 900, judges: 3200 },
  { of: ({ area }) => area === 'stat', held: 400, thresholds: 150, judges: 600 },
  {
    of: ({ area, recent }) => area === 'physics' && recent,
    held: 400,
    thresholds: 150,
    judges: 500,
  },
  { of: ({ area }) => area === 'physics', held: 200, thresholds: 150, judges: 900 },
  { of: () => true, held: 1000, thresholds: 500, judges: 2200 },
];

/** Stirs ids, so that the parts are no rows of the files. */
const SEED = 'parts of 27 November 2026: ';

const collapsed = (text: string) => text.replace(/\s+/g, ' ').trim();

const areaOf = (file: string, category: string) =>
  file === 'without-math' ? 'plain' : /^(?:cs|eess)\b/.test(category) ? 'cs' : file;

const isRecent = (id: string) => /^2[3-9]\d\d\./.test(id);

/**
 * The abstracts of a folder (`cs.jsonl`, `math.jsonl`, `physics.jsonl`, `stat.jsonl`, `without-math.jsonl`; lines of
 * `{ id, cat, text }`), each in one part, by a rule that looks at ids alone. Left out are those whose dollars do not
 * pair, and very short and long ones.
 */
export async function readParts(folder: string): Promise<Map<Part, Abstract[]>> {
  const groups = new Map<(typeof SHARES)[number], Map<string, Abstract>>();
  for (const file of FILES) {
    for (const line of (await readFile(join(folder, `${file}.jsonl`), 'utf8')).split('\n')) {
      if (line === '') continue;
      const { id, cat, text }: { id: string; cat: string; text: string } = JSON.parse(line);
      const gold = collapsed(text);
      const dollars = gold.match(/(?<!\\)\$/g)?.length ?? 0;
      const plain = file === 'without-math';
      if (gold.length < 200 || gold.length > 3000 || dollars % 2 === 1 || gold.includes('$$'))
        continue;
      if (plain !== (dollars === 0)) continue;
      const abstract = {
        id,
        gold,
        stripped: collapsed(strip(gold)),
        area: areaOf(file, cat),
        recent: isRecent(id),
      };
      const share = SHARES.find(({ of }) => of(abstract));
      if (!share) continue;
      const group = groups.get(share) ?? new Map<string, Abstract>();
      group.set(
        `${hashText(SEED + id)
          .toString(16)
          .padStart(8, '0')}${id}${gold.slice(0, 40)}`,
        abstract,
      );
      groups.set(share, group);
    }
  }
  const parts = new Map<Part, Abstract[]>([
    ['held', []],
    ['thresholds', []],
    ['judges', []],
    ['tagger', []],
  ]);
  for (const [{ held, thresholds, judges }, group] of groups) {
    const ordered = [...group].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, abstract]) => abstract);
    const ends = [held, held + thresholds, held + thresholds + judges];
    parts.get('held')?.push(...ordered.slice(0, ends[0]));
    parts.get('thresholds')?.push(...ordered.slice(ends[0], ends[1]));
    parts.get('judges')?.push(...ordered.slice(ends[1], ends[2]));
    parts.get('tagger')?.push(...ordered.slice(ends[2]));
  }
  return parts;
}

/** Of so many abstracts without recent Greek one gets it: since November 2025 arXiv itself prints `α` for `\alpha`. */
const GREEK_EVERY = 9;

const greek: Readonly<Record<string, string>> = {
  Gamma: 'Γ',
  Delta: 'Δ',
  Theta: 'Θ',
  Lambda: 'Λ',
  Xi: 'Ξ',
  Pi: 'Π',
  Sigma: 'Σ',
  Upsilon: 'Υ',
  Phi: 'Φ',
  Psi: 'Ψ',
  Omega: 'Ω',
  alpha: 'α',
  beta: 'β',
  gamma: 'γ',
  delta: 'δ',
  epsilon: 'ε',
  zeta: 'ζ',
  eta: 'η',
  theta: 'θ',
  iota: 'ι',
  kappa: 'κ',
  lambda: 'λ',
  mu: 'μ',
  nu: 'ν',
  xi: 'ξ',
  pi: 'π',
  rho: 'ρ',
  varsigma: 'ς',
  sigma: 'σ',
  tau: 'τ',
  varphi: 'φ',
  phi: 'ϕ',
  chi: 'χ',
  psi: 'ψ',
  omega: 'ω',
};
const greekCommand = new RegExp(
  `\\\\(${Object.keys(greek)
    .sort((a, b) => b.length - a.length)
    .join('|')})(?![a-zA-Z0-9]) ?`,
  'g',
);
/** What arXiv prints of a text. */
const withGreek = (gold: string) =>
  gold.replace(greekCommand, (_, name: string) => greek[name] ?? '');

/** The tagged abstracts of a part. */
export function examplesOf(
  abstracts: readonly Abstract[],
): { abstract: Abstract; example: Example }[] {
  return abstracts.flatMap((abstract, i) => {
    const old = !abstract.recent && abstract.area !== 'plain' && i % GREEK_EVERY === 0;
    const gold = old ? withGreek(abstract.gold) : abstract.gold;
    const stripped = old ? collapsed(strip(gold)) : abstract.stripped;
    const example = tagged({ gold, stripped });
    return example ? [{ abstract: { ...abstract, gold, stripped }, example }] : [];
  });
}
