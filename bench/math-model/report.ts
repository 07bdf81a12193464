import type { Reading } from '../../src/text/repair/latex/latex.ts';
import { rebuilt, type Thresholds } from '../../src/text/repair/repair.ts';
import { thresholds as shipped } from '../../src/text/repair/thresholds.ts';
import { type Comparison, compare } from './measure.ts';
import type { Held } from './training.ts';

/** Operating points, the shipped one first. */
export const points: Readonly<Record<string, Thresholds>> = {
  shipped,
  careful: { sure: 0.3, hard: 0.6, soft: 0.7, alone: 0.97 },
  bold: { sure: 0.1, hard: 0.3, soft: 0.35, alone: 0.8 },
};

class Tally {
  abstracts = 0;
  private right = 0;
  private wrong = 0;
  private missed = 0;
  private whole = 0;
  private wholeWithFonts = 0;

  add({ spans, whole, wholeWithFonts }: Comparison): void {
    this.abstracts++;
    this.right += spans.right;
    this.wrong += spans.wrong;
    this.missed += spans.missed;
    if (whole) this.whole++;
    if (wholeWithFonts) this.wholeWithFonts++;
  }

  toString(): string {
    const percent = (n: number, of: number) => (of === 0 ? 0 : (100 * n) / of).toFixed(1);
    const { right, wrong, missed } = this;
    return `P ${percent(right, right + wrong)}  R ${percent(right, right + missed)}  F1 ${percent(2 * right, 2 * right + wrong + missed)}  whole ${percent(this.whole, this.abstracts)} % (with fonts ${percent(this.wholeWithFonts, this.abstracts)} %)`;
  }
}

/** Compares repairs with gold answers by kind of abstract. */
export class Report {
  private readonly tallies = new Map<string, Tally>();
  private negatives = 0;
  private identical = 0;

  add(kinds: readonly string[], comparison: Comparison): void {
    for (const kind of kinds) {
      const tally = this.tallies.get(kind) ?? new Tally();
      tally.add(comparison);
      this.tallies.set(kind, tally);
    }
  }

  addNegative(identical: boolean): void {
    this.negatives++;
    if (identical) this.identical++;
  }

  toString(): string {
    const lines = [...this.tallies].map(
      ([kind, tally]) => `${kind.padEnd(9)} ${String(tally.abstracts).padStart(5)}  ${tally}\n`,
    );
    const share = (100 * this.identical) / Math.max(1, this.negatives);
    const negatives =
      this.negatives > 0
        ? `negatives ${String(this.negatives).padStart(5)}  identical ${this.identical} = ${share.toFixed(1)} %\n`
        : '';
    return lines.join('') + negatives;
  }
}

/** The kinds an abstract counts towards. */
export const kindsOf = (area: string, real: boolean) => ['all', area, ...(real ? ['real'] : [])];

/** What abstracts give that nothing was learnt from, threshold by threshold; the shipped ones first. */
export function curve(
  held: readonly Held[],
  confidences: ReadonlyMap<Held, readonly number[]>,
  reading: Reading,
  areaOf: (id: string) => string,
): string {
  const settings: Thresholds[] = [
    shipped,
    ...[0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9].flatMap((hard) =>
      [hard, 0.9, 0.95].map((alone) => ({ sure: hard, hard, soft: hard, alone })),
    ),
  ];
  return settings
    .map((thresholds) => {
      const report = new Report();
      for (const entry of held) {
        const { pair, tokens, candidates } = entry;
        const judged = candidates.map((candidate, i) => ({
          ...candidate,
          confidence: confidences.get(entry)?.[i] ?? 0,
        }));
        const { text } = rebuilt(pair.stripped, tokens, judged, reading, thresholds);
        const area = areaOf(pair.id);
        if (area === 'plain') report.addNegative(text === pair.stripped);
        else {
          report.add(kindsOf(area, false), compare(pair.stripped, pair.gold, text));
        }
      }
      return `hard ${thresholds.hard}  soft ${thresholds.soft}  alone ${thresholds.alone}\n${report}\n`;
    })
    .join('');
}
