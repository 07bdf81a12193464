/**
 * The measure of the stripped-math benchmark: what a formula means, where it stands, and whether a repair says the
 * same. Spellings that print alike (`\le` and `\leq`, `\frac` and `\dfrac`) count as equal, digits and brackets at
 * the edge of a formula do not count, and a formula is split at top-level commas.
 */

/** One symbol of a formula with its scripts. */
interface Atom {
  /** Canonical form with fonts (`<bb:R>^{d}`). */
  full: string;
  /** The same without fonts, in pieces. */
  plain: string[];
  /** Offsets in the source; `analyse` turns copies of them into text coordinates. */
  start: number;
  end: number;
  /** The atom before its scripts, once it has some. */
  base?: { full: string; plain: string[] };
  scripts?: Map<'_' | '^', { full: string; plain: string }>;
}

/** A formula, or a comma-separated part of one, without its neutral edges. */
export interface Piece {
  source: string;
  /** Offsets in the analysed text. */
  from: number;
  to: number;
  /** Whether the `$` only set words in a font. */
  texty: boolean;
  /** Count of letters and digits of the stripped text before the piece. */
  at: number;
  full: string;
  plain: string;
  atoms: { at: number; full: string; plain: string }[];
}

export interface Analysis {
  pieces: Piece[];
  /** Letters and digits of the stripped text. */
  letters: string;
}

const greek: Readonly<Record<string, string>> = {
  Γ: 'Gamma',
  Δ: 'Delta',
  Θ: 'Theta',
  Λ: 'Lambda',
  Ξ: 'Xi',
  Π: 'Pi',
  Σ: 'Sigma',
  Υ: 'Upsilon',
  Φ: 'Phi',
  Ψ: 'Psi',
  Ω: 'Omega',
  α: 'alpha',
  β: 'beta',
  γ: 'gamma',
  δ: 'delta',
  ε: 'epsilon',
  ζ: 'zeta',
  η: 'eta',
  θ: 'theta',
  ι: 'iota',
  κ: 'kappa',
  λ: 'lambda',
  μ: 'mu',
  ν: 'nu',
  ξ: 'xi',
  ο: 'omicron',
  π: 'pi',
  ρ: 'rho',
  ς: 'varsigma',
  σ: 'sigma',
  τ: 'tau',
  φ: 'varphi',
  ϕ: 'phi',
  χ: 'chi',
  ψ: 'psi',
  ω: 'omega',
  υ: 'upsilon',
  ϑ: 'vartheta',
  ϵ: 'epsilon',
  ϱ: 'varrho',
  µ: 'mu',
};

const symbols: Readonly<Record<string, string>> = {
  '×': '\\times',
  '∈': '\\in',
  '≤': '\\leq',
  '≥': '\\geq',
  '≈': '\\approx',
  '±': '\\pm',
  '∼': '\\sim',
  '→': '\\rightarrow',
  '∞': '\\infty',
  '−': '-',
  '·': '\\cdot',
  '°': '\\circ',
  ℓ: '\\ell',
  '∇': '\\nabla',
  '…': '\\ldots',
  '∪': '\\cup',
  '≠': '\\neq',
  '′': '\\prime',
  Ø: '\\O',
  ø: '\\o',
};

const synonyms = new Map(
  Object.entries({
    le: 'leq',
    leqslant: 'leq',
    ge: 'geq',
    geqslant: 'geq',
    ne: 'neq',
    to: 'rightarrow',
    gets: 'leftarrow',
    land: 'wedge',
    lor: 'vee',
    lnot: 'neg',
    lbrace: '{',
    rbrace: '}',
    vert: '|',
    lvert: '|',
    rvert: '|',
    Vert: '|',
    lVert: '|',
    rVert: '|',
    cdots: 'ldots',
    dots: 'ldots',
    dotsc: 'ldots',
    dotsb: 'ldots',
    hdots: 'ldots',
    ast: '*',
    colon: ':',
    lbrack: '[',
    rbrack: ']',
    dfrac: 'frac',
    tfrac: 'frac',
    cfrac: 'frac',
    dbinom: 'binom',
    tbinom: 'binom',
    widehat: 'hat',
    widetilde: 'tilde',
    Tilde: 'tilde',
    Hat: 'hat',
    overline: 'bar',
    Bar: 'bar',
    varnothing: 'emptyset',
    thicksim: 'sim',
    thickapprox: 'approx',
    implies: 'Rightarrow',
    Longrightarrow: 'Rightarrow',
    longrightarrow: 'rightarrow',
    iff: 'Leftrightarrow',
    Longleftrightarrow: 'Leftrightarrow',
    textasciitilde: 'sim',
    backslash: 'setminus',
    lt: '<',
    gt: '>',
    texttimes: 'times',
    textpm: 'pm',
    hslash: 'hbar',
    longmapsto: 'mapsto',
    degree: 'circ',
    smallsetminus: 'setminus',
    middot: 'cdot',
    stackrel: 'overset',
    mid: '|',
    middle: '',
    parallel: '|',
  }),
);

const layoutOnly = new Set(
  'left right big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr Biggl Biggr bigm Bigm limits nolimits displaystyle textstyle scriptstyle quad qquad thinspace enspace smallskip hspace xspace nobreak allowbreak protect middle break null strut hfill noindent par space negthinspace mathstrut nonumber notag thickspace medspace relax'.split(
    ' ',
  ),
);

const fonts = new Map(
  Object.entries({
    mathbb: 'bb',
    Bbb: 'bb',
    mathds: 'bb',
    mathbbm: 'bb',
    mathcal: 'cal',
    mathscr: 'cal',
    mathbf: 'bf',
    boldsymbol: 'bf',
    bm: 'bf',
    bold: 'bf',
    pmb: 'bf',
    textbf: 'bf',
    mathrm: 'rm',
    text: 'rm',
    textrm: 'rm',
    mbox: 'rm',
    operatorname: 'rm',
    mathop: 'rm',
    textnormal: 'rm',
    textup: 'rm',
    hbox: 'rm',
    mathsf: 'sf',
    textsf: 'sf',
    mathtt: 'tt',
    texttt: 'tt',
    mathit: 'it',
    textit: 'it',
    emph: 'it',
    mathfrak: 'frak',
    frak: 'frak',
    textsc: 'sc',
    ensuremath: '',
    mathord: '',
    mathbin: '',
    mathrel: '',
    mathnormal: '',
    textsuperscript: '',
    mathopen: '',
    mathclose: '',
    mathpunct: '',
  }),
);

const declarations = new Map(
  Object.entries({
    rm: 'rm',
    bf: 'bf',
    it: 'it',
    cal: 'cal',
    sf: 'sf',
    tt: 'tt',
    em: 'it',
    sc: 'sc',
    sl: 'it',
    Cal: 'cal',
  }),
);

const oneArgument = new Set(
  'hat tilde bar vec dot ddot check breve acute grave mathring overrightarrow overleftarrow underline sqrt overbrace underbrace not widecheck phantom cancel boxed'.split(
    ' ',
  ),
);
const twoArguments = new Set(['frac', 'binom', 'overset', 'underset', 'textcolor']);

/** `\frac`, `\%`, `{`, blanks and ties, any other character. */
const token = /\\[a-zA-Z]+\*?|\\[\s\S]|[{}]|[\s~]+|[\s\S]/gu;
const blank = /^[\s~]+$/;

const joined = (atoms: readonly Atom[]) => atoms.map(({ full }) => full).join('');
const plainOf = (atoms: readonly Atom[]) => atoms.flatMap(({ plain }) => plain).join('');

class Parser {
  private readonly source: string;
  private readonly offset: number;
  private readonly tokens: { text: string; at: number }[];
  private next = 0;

  constructor(source: string, offset: number) {
    this.source = source;
    this.offset = offset;
    this.tokens = [...source.matchAll(token)].map((m) => ({ text: m[0], at: m.index }));
  }

  all(): Atom[] {
    return this.group(true);
  }

  private peek(): string | undefined {
    return this.tokens[this.next]?.text;
  }

  private group(top: boolean): Atom[] {
    const out: Atom[] = [];
    for (let text = this.peek(); text !== undefined; text = this.peek()) {
      if (text === '}') {
        this.next++;
        if (top) continue;
        return out;
      }
      out.push(...this.one(out));
    }
    return out;
  }

  private argument(): Atom[] {
    while (blank.test(this.peek() ?? '')) this.next++;
    const text = this.peek();
    if (text === undefined) return [];
    if (text === '{') {
      this.next++;
      return this.group(false);
    }
    return this.one(undefined);
  }

  private atom(full: string, plain: string[], at: number): Atom {
    const end = this.tokens[this.next]?.at ?? this.source.length;
    return { full, plain, start: this.offset + at, end: this.offset + end };
  }

  private one(before: Atom[] | undefined): Atom[] {
    const read = this.tokens[this.next++];
    if (!read || blank.test(read.text)) return [];
    const { text, at } = read;
    if (text === '{') return this.group(false);
    if (text === '^' || text === '_' || text === "'") return this.script(text, at, before);
    if (text.startsWith('\\')) return this.command(text, at);
    const letter = greek[text];
    const canonical = letter === undefined ? (symbols[text] ?? text) : `\\${letter}`;
    return [this.atom(canonical, [canonical], at)];
  }

  private script(mark: '^' | '_' | "'", at: number, before: Atom[] | undefined): Atom[] {
    const value = mark === "'" ? undefined : this.argument();
    const full = value ? joined(value) : '\\prime';
    const plain = value ? plainOf(value) : '\\prime';
    const kind = mark === '_' ? '_' : '^';
    const previous = before?.at(-1);
    if (!previous) return [this.atom(`${kind}{${full}}`, [`${kind}{${plain}}`], at)];
    previous.scripts ??= new Map();
    previous.base ??= { full: previous.full, plain: previous.plain };
    const known = previous.scripts.get(kind);
    previous.scripts.set(kind, {
      full: (known?.full ?? '') + full,
      plain: (known?.plain ?? '') + plain,
    });
    const sub = previous.scripts.get('_');
    const sup = previous.scripts.get('^');
    const { base } = previous;
    previous.full = base.full + (sub ? `_{${sub.full}}` : '') + (sup ? `^{${sup.full}}` : '');
    previous.plain = [
      ...base.plain.slice(0, -1),
      (base.plain.at(-1) ?? '') + (sub ? `_{${sub.plain}}` : '') + (sup ? `^{${sup.plain}}` : ''),
    ];
    previous.end = this.offset + (this.tokens[this.next]?.at ?? this.source.length);
    return [];
  }

  private command(text: string, at: number): Atom[] {
    const name = text.slice(1).replace(/\*$/, '');
    if (!/^[a-zA-Z]/.test(name)) {
      if (/[,;:!\s>/-]/.test(name)) return [];
      return [this.atom(name, [name], at)];
    }
    if (layoutOnly.has(name)) {
      if ((name === 'left' || name === 'right') && this.peek() === '.') this.next++;
      if (name === 'hspace') this.argument();
      return [];
    }
    if (name === 'begin') return this.environment(at);
    const declared = declarations.get(name);
    if (declared !== undefined) {
      const rest: Atom[] = [];
      for (let t = this.peek(); t !== undefined && t !== '}'; t = this.peek())
        rest.push(...this.one(rest));
      if (rest.length === 0) return [];
      const plain = rest.flatMap((atom) => atom.plain);
      return [this.atom(`<${declared}:${joined(rest)}>`, plain, at)];
    }
    const font = fonts.get(name);
    if (font !== undefined) {
      const argument = this.argument();
      const full = joined(argument);
      const plain = argument.flatMap((atom) => atom.plain);
      return [this.atom(font ? `<${font}:${full}>` : full, plain, at)];
    }
    const known = synonyms.get(name) ?? name;
    if (known === '') return [];
    if (oneArgument.has(known)) {
      const option = known === 'sqrt' && this.peek() === '[' ? this.option() : '';
      const argument = this.argument();
      const head = `\\${known}${option}`;
      return [this.atom(`${head}{${joined(argument)}}`, [`${head}{${plainOf(argument)}}`], at)];
    }
    if (twoArguments.has(known)) {
      const [a, b] = [this.argument(), this.argument()];
      const plain = `\\${known}{${plainOf(a)}}{${plainOf(b)}}`;
      return [this.atom(`\\${known}{${joined(a)}}{${joined(b)}}`, [plain], at)];
    }
    const full = /^[a-zA-Z]/.test(known) ? `\\${known}` : known;
    return [this.atom(full, [full], at)];
  }

  private option(): string {
    let option = '';
    for (let t = this.peek(); t !== undefined && t !== ']'; t = this.peek()) {
      option += t;
      this.next++;
    }
    this.next++;
    return `${option}]`;
  }

  private environment(at: number): Atom[] {
    const found = /\\begin\{([^}]*)\}[\s\S]*?\\end\{\1\}/.exec(this.source.slice(at))?.[0];
    if (found === undefined) return [this.atom('\\begin', ['\\begin'], at)];
    while ((this.tokens[this.next]?.at ?? Infinity) < at + found.length) this.next++;
    const full = found.replace(/\s+/g, '');
    return [this.atom(full, [full], at)];
  }
}

/** A stretch of a text: `from` and `to` enclose the content, without delimiters. */
export interface Segment {
  math: boolean;
  source: string;
  from: number;
  to: number;
}

/** Parts a text at its formulas: `$..$`, `$$..$$`, `\(..\)`, `\[..\]`. */
export function segments(text: string): Segment[] {
  const out: Segment[] = [];
  let last = 0;
  const formula = /\\\$|\$\$([^$]+)\$\$|\$([^$]*)\$|\\\(([\s\S]*?)\\\)|\\\[([\s\S]*?)\\\]/g;
  for (const m of text.matchAll(formula)) {
    if (m[0] === '\\$') continue;
    const content = m[1] ?? m[2] ?? m[3] ?? m[4] ?? '';
    const from = m.index + (m[2] === undefined ? 2 : 1);
    if (m.index > last)
      out.push({ math: false, source: text.slice(last, m.index), from: last, to: m.index });
    out.push({ math: true, source: content, from, to: from + content.length });
    last = m.index + m[0].length;
  }
  if (last < text.length)
    out.push({ math: false, source: text.slice(last), from: last, to: text.length });
  return out;
}

/** `\cmd{arg}` as the stripping page reads it: the argument ends at the first brace. */
const commandWithArgument = /\\[a-zA-Z]+\{([^}]*)\}/g;

/** For each offset of a text the count of letters and digits of its stripped form before it; Greek counts by name. */
export function coordinates(text: string): { at: (offset: number) => number; letters: string } {
  const dropped = new Uint8Array(text.length);
  for (const m of text.matchAll(commandWithArgument)) {
    dropped.fill(1, m.index, m.index + m[0].indexOf('{') + 1);
    dropped[m.index + m[0].length - 1] = 1;
  }
  const counts = new Uint32Array(text.length + 1);
  let letters = '';
  for (let i = 0; i < text.length; i++) {
    counts[i] = letters.length;
    const c = text.charAt(i);
    if (dropped[i]) continue;
    letters += /[A-Za-z0-9]/.test(c) ? c : (greek[c] ?? '');
  }
  counts[text.length] = letters.length;
  return { at: (offset) => counts[Math.min(offset, text.length)] ?? letters.length, letters };
}

const neutralText =
  /^(?:[0-9.,;:()[\]{}%!?/"`'’“”*+\-=<>|&#@$\s]|\\ldots|\\%|\u2013|\u2014|\\o|\\O)+$/u;
const neutral = (plain: string) => plain === '' || neutralText.test(plain);

/** Commands that set words in a font. */
const fontCommand =
  /\\(?:textbf|textit|texttt|textsc|textsf|textrm|text|emph|mathbf|mathtt|mathsf|mathit|mathrm|boldsymbol|bm|mathcal|operatorname|mbox|bf|it|tt|rm|sc|em)\b/;

/** Whether a formula is nothing but font commands, each with words or followed by the next. */
function isFontOnly(source: string): boolean {
  const [head = '', ...rest] = source.split(fontCommand);
  const last = rest.pop();
  return (
    last !== undefined &&
    /^\s*\{?$/.test(head) &&
    /^[^\\^_]{2,}$/.test(last) &&
    rest.every((words) => /^\s*\{{0,2}$/.test(words) || /^[^\\^_]{2,}$/.test(words))
  );
}

/** Whether dollars only set words in a font (`$\textbf{TEA}$`), or enclose plain words. */
export function isTexty(source: string): boolean {
  return (
    isFontOnly(source) ||
    /^\s*[A-Za-z][A-Za-z\- ]{3,}[A-Za-z]\s*$/.test(source.replace(/\\[,;:! ]/g, '')) ||
    source.includes('\\unicode')
  );
}

/** The formulas of a text in their canonical form. */
export function analyse(text: string): Analysis {
  const { at, letters } = coordinates(text);
  const found: Piece[] = [];
  for (const segment of segments(text)) {
    if (!segment.math) continue;
    const texty = isTexty(segment.source);
    const parts: Atom[][] = [[]];
    let depth = 0;
    for (const atom of new Parser(segment.source, segment.from).all()) {
      const plain = atom.plain.join('');
      if (/^[([{]/.test(plain)) depth++;
      else if (/^[)\]}]/.test(plain)) depth = Math.max(0, depth - 1);
      if (depth === 0 && /^[,;:.]$/.test(plain)) parts.push([]);
      else parts.at(-1)?.push(atom);
    }
    for (const part of parts) {
      const isNeutral = (atom: Atom) => neutral(atom.plain.join(''));
      const first = part.findIndex((atom) => !isNeutral(atom));
      const core = part.slice(first, part.findLastIndex((atom) => !isNeutral(atom)) + 1);
      const [head, tail] = [core[0], core.at(-1)];
      if (first < 0 || !head || !tail) continue;
      found.push({
        source: text.slice(head.start, tail.end),
        from: head.start,
        to: tail.end,
        texty,
        at: at(head.start),
        full: joined(core),
        plain: core.map((atom) => atom.plain.join('')).join(''),
        atoms: core
          .filter((atom) => !isNeutral(atom))
          .map((atom) => ({
            at: at(atom.start),
            full: atom.full,
            plain: atom.plain.join(''),
          })),
      });
    }
  }
  return { pieces: found, letters };
}

/** Maps positions in one row of letters to positions in another that differs from it here and there; -1 where lost. */
export function alignment(a: string, b: string): (position: number) => number {
  if (a === b) return (position) => position;
  const map = new Int32Array(a.length + 1).fill(-1);
  let i = 0;
  let j = 0;
  outer: while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      map[i++] = j++;
      continue;
    }
    for (let distance = 1; distance < 60; distance++) {
      for (let x = 0; x <= distance; x++) {
        const ahead = a.slice(i + x, i + x + 8);
        if (ahead !== '' && ahead === b.slice(j + distance - x, j + distance - x + 8)) {
          i += x;
          j += distance - x;
          continue outer;
        }
      }
    }
    break;
  }
  if (i === a.length) map[i] = j;
  return (position) => map[position] ?? -1;
}

/** Right, wrong and missed. */
export interface Count {
  right: number;
  wrong: number;
  missed: number;
}

/** How one repair compares with what its authors wrote. */
export interface Comparison {
  /** Formulas, ignoring fonts. */
  spans: Count;
  /** Whether every symbol of every formula is right, ignoring fonts; the second with fonts. */
  whole: boolean;
  wholeWithFonts: boolean;
  /** Formulas that are wrong or missing, as `position|canonical form`. */
  wrong: string[];
  missed: string[];
}

function match(gold: readonly string[], found: readonly string[]) {
  const left = new Map<string, number>();
  for (const key of gold) left.set(key, (left.get(key) ?? 0) + 1);
  const wrong = found.filter((key) => {
    const count = left.get(key) ?? 0;
    if (count > 0) left.set(key, count - 1);
    return count === 0;
  });
  const right = found.length - wrong.length;
  const missed = [...left].flatMap(([key, count]) => Array<string>(count).fill(key));
  return {
    right,
    wrong,
    missed,
    count: { right, wrong: wrong.length, missed: gold.length - right },
  };
}

/** Compares a repair with the gold text, given the stripped text both stem from. */
export function compare(stripped: string, gold: string, repaired: string): Comparison {
  const truth = analyse(gold);
  const answer = analyse(repaired);
  const toTruth = alignment(answer.letters, truth.letters);
  const bare = new Set<number>();
  const input = coordinates(stripped);
  const fromInput = alignment(input.letters, truth.letters);
  for (const m of stripped.matchAll(/\\[a-zA-Z]{2,}/g)) bare.add(fromInput(input.at(m.index)));
  const isBare = ({ plain }: Piece, at: number) => {
    const length = plain.replace(/[^A-Za-z0-9]/g, '').length;
    for (let k = at; bare.size > 0 && k <= at + length; k++) if (bare.has(k)) return true;
    return false;
  };
  const wanted = truth.pieces.filter(({ texty }) => !texty);
  const found = answer.pieces
    .map((piece) => ({ piece, at: toTruth(piece.at) }))
    // What stands bare in the input is judged by the reader of bare commands, not by the repair.
    .filter(({ piece, at }) => !isBare(piece, at) || truth.pieces.some((gold) => gold.at === at));
  const spans = match(
    wanted.map(({ at, plain }) => `${at}|${plain}`),
    found.map(({ piece, at }) => `${at}|${piece.plain}`),
  );
  const atoms = (form: 'plain' | 'full') =>
    match(
      wanted.flatMap((piece) => piece.atoms.map((atom) => `${atom.at}|${atom[form]}`)),
      found.flatMap(({ piece }) => piece.atoms.map((atom) => `${toTruth(atom.at)}|${atom[form]}`)),
    );
  const clean = ({ count }: { count: Count }) => count.wrong + count.missed === 0;
  return {
    spans: spans.count,
    whole: clean(atoms('plain')),
    wholeWithFonts: clean(atoms('full')),
    wrong: spans.wrong,
    missed: spans.missed,
  };
}
