import accents from '../../tables/math-accents.json' with { type: 'json' };
import symbols from '../../tables/math-symbols.json' with { type: 'json' };
import words from '../../tables/math-words.json' with { type: 'json' };

/** Symbols of the table that are no math commands, or letters authors write as letters. */
const excluded = new Set([
  'qed',
  'copyright',
  'up',
  'percent',
  'degree',
  'celsius',
  'reals',
  'Reals',
  'natnums',
  'cnums',
  'Complex',
  'Bbbk',
  'TeX',
  'LaTeX',
  'pounds',
  'yen',
  'maltese',
  'Game',
  'Finv',
  'because',
  'therefore',
  'between',
  'And',
  'Join',
  'restriction',
  'origof',
  'imageof',
  'lang',
  'rang',
  'wr',
  'lq',
  'rq',
  'eth',
  'wp',
  'minuso',
  'Mu',
  'Nu',
  'Eta',
  'Tau',
  'Rho',
  'Chi',
  'Beta',
  'Zeta',
  'Iota',
  'Alpha',
  'Kappa',
  'Epsilon',
  'Omicron',
  'omicron',
  'infin',
  'isin',
  'rarr',
  'larr',
  'lrarr',
  'harr',
  'bull',
  'dag',
  'ddag',
  'smile',
  'frown',
  'square',
  'complement',
  'natural',
  'flat',
  'sharp',
  'owns',
  'Cap',
  'Cup',
  'doublecap',
  'doublecup',
]);
const excludedWords = new Set([
  'ch',
  'sh',
  'th',
  'lg',
  'tg',
  'arctg',
  'arcctg',
  'ctg',
  'cth',
  'cosec',
  'cotg',
  'hom',
]);
const fontsAndLayout =
  'left right big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr quad qquad rm bf it cal tt sf displaystyle limits not sqrt frac tfrac dfrac binom overline underline overrightarrow mathcal mathbb mathrm mathbf mathfrak mathsf mathscr text textbf textit textrm texttt operatorname boldsymbol bm mbox pmod bmod mod middle stackrel overset underset widehat widetilde eps';

/** Names of the commands a run of letters may end in once its backslashes are lost: `times` in `mtimes`. */
export const commandNames: ReadonlySet<string> = new Set([
  ...Object.values(symbols)
    .flatMap((table) => Object.keys(table))
    .filter((name) => name.length > 1 && !name.startsWith('text') && !excluded.has(name)),
  ...words.filter((word) => !excludedWords.has(word)),
  ...Object.keys(accents),
  ...fontsAndLayout.split(' '),
]);

const longest = Math.max(...[...commandNames].map((name) => name.length));

/** A run of letters as letters and commands: `mtimes` is `m` and `times`. */
export interface Split {
  /** Letters before the first command. */
  letters: string;
  commands: string[];
}

/** Costs of reading a run: of a letter, and of a command by its name. Lower is likelier. */
export interface SplitCosts {
  letter: number;
  command: (name: string) => number;
}

const evenCosts: SplitCosts = { letter: 3, command: () => 1 };

/** No author writes longer runs of commands without a blank, digit or brace. */
const MAX_RUN = 60;

/**
 * The likeliest reading of a run of letters as letters, then commands: nothing but another backslash can follow a
 * command directly. Takes time linear in the run's length.
 */
export function splitRun(run: string, costs: SplitCosts = evenCosts): Split {
  const whole = { letters: run, commands: [] };
  if (run.length < 2 || run.length > MAX_RUN) return whole;
  // cheapest[i]: cost of the best reading of run[i..] by commands alone, and the end of its first command.
  const cheapest: ({ cost: number; end: number } | undefined)[] = [];
  cheapest[run.length] = { cost: 0, end: run.length };
  for (let i = run.length - 1; i >= 0; i--) {
    for (let end = i + 1; end <= Math.min(run.length, i + longest); end++) {
      const rest = cheapest[end];
      if (!rest) continue;
      const name = run.slice(i, end);
      if (!commandNames.has(name)) continue;
      const cost = rest.cost + costs.command(name);
      const known = cheapest[i];
      if (!known || cost < known.cost) cheapest[i] = { cost, end };
    }
  }
  let best = run.length;
  let bestCost = run.length * costs.letter;
  for (let i = 0; i < run.length; i++) {
    const rest = cheapest[i];
    if (!rest || i * costs.letter + rest.cost >= bestCost) continue;
    best = i;
    bestCost = i * costs.letter + rest.cost;
  }
  const commands: string[] = [];
  for (let i = best; i < run.length;) {
    const end = cheapest[i]?.end ?? run.length;
    commands.push(run.slice(i, end));
    i = end;
  }
  return { letters: run.slice(0, best), commands };
}
