/** `npm run bench -- NAME [ARGUMENT...]`: measurements, never tests. Ratios within one run mean something; seconds depend on the machine. */
import process from 'node:process';

const benchmarks: Record<
  string,
  { what: string; load: () => Promise<(args: string[]) => Promise<void>> }
> = {
  reading: {
    what: 'reading [FORMAT]: speed of three readers at 0.1, 1, 10 and 50 MB, and the slope against linear',
    load: async () => (await import('./reading.ts')).reading,
  },
  hostile: {
    what: 'hostile: time per byte on inputs made to be slow',
    load: async () => (await import('./hostile.ts')).hostile,
  },
  samples: {
    what: 'samples FOLDER: fields right against gold answers, per format',
    load: async () => (await import('./samples.ts')).samples,
  },
  math: {
    what: 'math FILE: repairs of stripped math against what the authors wrote',
    load: async () => (await import('./math.ts')).math,
  },
  search: {
    what: 'search [COUNT|FOLDER...]: time to the first results and bytes read, from disk and from a server, beside stock Pagefind',
    load: async () => (await import('./search.ts')).search,
  },
};

const [name, ...args] = process.argv.slice(2);
const benchmark = name === undefined ? undefined : benchmarks[name];
if (benchmark) {
  await (
    await benchmark.load()
  )(args);
} else {
  const list = Object.values(benchmarks).map(({ what }) => `  ${what}\n`);
  process.stderr.write(`usage: npm run bench -- NAME [ARGUMENT...]\n${list.join('')}`);
  process.exitCode = 2;
}
