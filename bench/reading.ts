import process from 'node:process';
import { readSeed } from '../src/pipeline/reading/read.ts';

const PROSE =
  'Gardens grow in rows, and the rows are longer than any gardener can walk before the rain begins. We show how they may be shortened with a fence of $O(n^{2})$ posts, and measure the effect over three seasons on clover, mint and sage, where earlier accounts assume a dry summer and ours does not. ';

/** One record of a made-up listing in the real shape; the number makes titles and identifiers differ. */
const shapes: Record<string, { head: string; record: (n: number) => string }> = {
  'hugging-face-papers': {
    head: 'new\n\nGet trending papers in your email inbox!\n\nSubscribe\n\nDaily Papers\n\nbyAK and the research community\n\nJun 15\n\n',
    record: (n) =>
      `Fences of Kind ${n} for Clover\n\n${abstract(n)}\n\n  • ${(n % 9) + 1} authors\n·\nMay ${(n % 28) + 1}, 2024\n\n`,
  },
  bibtex: {
    head: '',
    record: (n) =>
      `@article{gardener${n},\n  title = {{Fences} of Kind ${n} for {C}lover},\n  author = {Gardener, Ada and Hedge, Gr{\\'e}ta and Turf, Alan},\n  journal = {Journal of Hedges},\n  year = {2024},\n  doi = {10.1000/hedge.${n}},\n  abstract = {${abstract(n)}}\n}\n\n`,
  },
  'arxiver-author': {
    head: '',
    record: (n) =>
      `${abstract(n)}\nAccepted at Hedges ${2000 + (n % 25)}\narXiv:25${String(1 + (n % 12)).padStart(2, '0')}.${String(n % 100_000).padStart(5, '0')}\n`,
  },
  objects: {
    head: '',
    record: (n) =>
      `${JSON.stringify({ name_of_set: 'fences', title: `Fences of Kind ${n} for Clover`, authors: [{ name: 'Ada Gardener' }, { name: 'Gréta Hedge' }], year: 2024, doi: `10.1000/hedge.${n}`, journal: 'Journal of Hedges', abstract: abstract(n) })}\n`,
  },
  labels: {
    head: '',
    record: (n) =>
      `Title: Fences of Kind ${n} for Clover\nAuthors: Ada Gardener; Gréta Hedge\nJournal: Journal of Hedges\nYear: 2024\nDOI: 10.1000/hedge.${n}\nAbstract: ${abstract(n)}\n\n`,
  },
  table: {
    head: 'Title,Authors,Journal,Year,DOI,Abstract\n',
    record: (n) =>
      `Fences of Kind ${n} for Clover,"Gardener, Ada; Hedge, Gréta",Journal of Hedges,2024,10.1000/hedge.${n},"${abstract(n)}"\n`,
  },
  blocks: {
    head: '',
    record: (n) =>
      `Fences of Kind ${n} for Clover\nAda Gardener, Gréta Hedge\nJournal of Hedges, 2024\nhttps://doi.org/10.1000/hedge.${n}\n\n`,
  },
  references: {
    head: '',
    record: (n) =>
      `[${n + 1}] A. Gardener, G. Hedge, and A. Turf. Fences of kind ${n} for clover. Journal of Hedges, ${n}(2):1-20, 2024.\n`,
  },
  xml: {
    head: '<?xml version="1.0"?>\n<publications>\n',
    record: (n) =>
      `<publication><title>Fences of Kind ${n} for Clover</title><author>Ada Gardener</author><author>Gréta Hedge</author><journal>Journal of Hedges</journal><year>2024</year><doi>10.1000/hedge.${n}</doi><abstract>${abstract(n)}</abstract></publication>\n`,
  },
  html: {
    head: '<!DOCTYPE html>\n<html><head><title>Fences</title></head><body><ol>\n',
    record: (n) =>
      `<li><a href="https://doi.org/10.1000/hedge.${n}">Fences of Kind ${n} for Clover</a><div class="authors">Ada Gardener, Gr&eacute;ta Hedge</div><div class="where"><i>Journal of Hedges</i>, 2024</div></li>\n`,
  },
};

function abstract(n: number): string {
  return PROSE.repeat(2 + (n % 4)).trimEnd();
}

const SIZES = [0.1, 1, 10, 50];

/** Runs of one size; the fastest counts, for others share the machine. */
const RUNS = [9, 5, 3, 2];

/**
 * Reading speed in MB/s of readers, those without a format among them, at 0.1, 1, 10 and 50 MB, and the slope of time over size on
 * logarithmic axes from 1 MB on: 1 is linear. An argument names one reader.
 */
export async function reading(args: string[]): Promise<void> {
  const [only] = args;
  for (const [format, shape] of Object.entries(shapes)) {
    if (only !== undefined && only !== format) continue;
    const times: number[] = [];
    SIZES.forEach((size, index) => {
      const bytes = listing(shape, size * 1e6);
      let best = Number.POSITIVE_INFINITY;
      let records = 0;
      for (let run = 0; run < (RUNS[index] ?? 1); run += 1) {
        const start = process.cpuUsage();
        const found = readSeed({ path: `${format}.txt`, bytes });
        best = Math.min(best, milliseconds(process.cpuUsage(start)));
        records = found.records.length;
      }
      times.push(best);
      process.stdout.write(
        `${format.padEnd(20)} ${String(size).padStart(4)} MB  ${(bytes.length / 1e3 / best).toFixed(1).padStart(6)} MB/s  ${records} records\n`,
      );
    });
    const slope = slopeOf(SIZES.slice(1), times.slice(1));
    process.stdout.write(
      `${format.padEnd(20)} slope ${slope.toFixed(2)} from 1 to 50 MB (1 is linear; within 15 %: ${Math.abs(slope - 1) <= 0.15 ? 'yes' : 'NO'})\n`,
    );
  }
}

function listing(
  { head, record }: { head: string; record: (n: number) => string },
  size: number,
): Uint8Array {
  const parts = [head];
  let length = head.length;
  for (let n = 0; length < size; n += 1) {
    const next = record(n);
    parts.push(next);
    length += next.length;
  }
  return new TextEncoder().encode(parts.join(''));
}

/** Least squares of log time over log size. */
function slopeOf(sizes: readonly number[], times: readonly number[]): number {
  const xs = sizes.map(Math.log);
  const ys = times.map(Math.log);
  const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
  const [mx, my] = [mean(xs), mean(ys)];
  const covariance = xs.reduce((sum, x, index) => sum + (x - mx) * ((ys[index] ?? 0) - my), 0);
  return covariance / xs.reduce((sum, x) => sum + (x - mx) ** 2, 0);
}

/** Processor time, which other programs on a shared machine change least. */
function milliseconds({ user, system }: NodeJS.CpuUsage): number {
  return (user + system) / 1e3;
}
