/** What of a text looks like TeX that was not set. */
export interface Stray {
  /** `mtimes`, `$`, `\alpha`, `R^{` */
  run: string;
  at: number;
}

/** Commands that mean a symbol, a font or layout in formulas and are no word that a formula is typed with, as `log` is. */
const COMMANDS =
  `alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu nu xi pi varpi
  rho varrho sigma varsigma tau upsilon phi varphi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi
  Omega ell hbar nabla partial infty emptyset varnothing forall exists neg aleph imath jmath wp Re Im prime
  leq le geq ge neq ne ll gg prec succ preceq succeq sim simeq approx equiv cong propto subset supset subseteq supseteq
  subsetneq sqsubseteq in ni notin models vdash dashv mid parallel perp lesssim gtrsim leqslant geqslant triangleq
  coloneqq asymp doteq times div cdot pm mp ast star circ bullet cap cup uplus sqcup vee wedge setminus oplus ominus
  otimes odot oslash ltimes rtimes land lor to gets mapsto rightarrow leftarrow leftrightarrow Rightarrow Leftarrow
  Leftrightarrow longrightarrow hookrightarrow uparrow downarrow implies iff sum prod coprod int oint bigcup bigcap
  bigvee bigwedge bigoplus bigotimes sqrt frac dfrac tfrac binom ldots cdots vdots ddots dots langle rangle lfloor
  rfloor lceil rceil lvert rvert Vert vert lbrace rbrace left right mathcal mathbb mathrm mathbf mathfrak mathsf
  mathscr mathit mathtt boldsymbol operatorname textbf textit textrm texttt emph rm bf cal widetilde widehat tilde hat
  overline underline vec ddot dot bar breve mathring top bot dagger angle triangle square quad qquad`.split(
    /\s+/u,
  );

/**
 * `mtimes`, `Omegasubseteq`, `Min`: up to three letters and then commands, as stripping leaves them, since a backslash
 * is never followed by a letter of text.
 */
const RUN = new RegExp(`^[A-Za-z]{0,3}?(?:${COMMANDS.join('|')})+$`, 'u');

/** A run of ASCII letters that is no part of a word with other letters, of an address or of a file name. */
const WORD = /(?<![\p{L}\p{N}@/.&;-])[A-Za-z]+(?![\p{L}@/]|\.\p{L})/gu;
/** `$` before anything but a figure, `\alpha`, `\%`. */
const TEX = /\$(?!\s?\d)|\\(?:[a-zA-Z]+|[%&_#{}])/gu;
/** `R^{`, `UV^top`, `x_{i`, `p_t(`: a script nobody set. */
const SCRIPT = /[\p{L}\p{N})\]}](?:\^[{(A-Za-z0-9]|_\{)|(?<![\w.%/-])[A-Za-z]_[A-Za-z0-9](?!\w)/gu;

/**
 * Everything in a text that looks like TeX, or like what a stripping page leaves of it.
 *
 * @param words folded words that are English, whatever they end in
 * @param scripts whether `R^d` counts, which in plain text is how a formula is typed
 */
export function strays(text: string, words: ReadonlySet<string>, scripts: boolean): Stray[] {
  const runs = [...text.matchAll(WORD)]
    .filter(([word]) => RUN.test(word) && !words.has(word.toLowerCase()))
    .map(({ 0: run, index }) => ({ run, at: index }));
  const marks = [...text.matchAll(TEX), ...(scripts ? text.matchAll(SCRIPT) : [])].map(
    ({ 0: run, index }) => ({ run, at: index }),
  );
  return [...runs, ...marks];
}

/** The strays of a text that stand in none of the passages that may stay as they are. */
export function unexplained(
  text: string,
  found: readonly Stray[],
  passages: readonly string[],
): Stray[] {
  if (found.length === 0) return [];
  const covered: (readonly [number, number])[] = [];
  for (const passage of passages) {
    for (let at = text.indexOf(passage); at >= 0; at = text.indexOf(passage, at + 1)) {
      covered.push([at, at + passage.length]);
    }
  }
  return found.filter(
    ({ run, at }) => !covered.some(([start, end]) => start <= at && at + run.length <= end),
  );
}
