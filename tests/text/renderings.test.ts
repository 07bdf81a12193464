import { describe, expect, it } from 'vitest';
import { parseTex, toLatex, toPlain } from '../../src/text/index.ts';

/** What it is, as pasted, typed plainly, and as LaTeX for BibTeX. */
type Case = [name: string, source: string, plain: string, latex: string];

const formulas: Case[] = [
  ['a power glued to a word', 'We call it $R^{4}$ec.', 'We call it R⁴ec.', 'We call it $R^{4}$ec.'],
  ['angle brackets for braces', '$R^<4>$ec', 'R⁴ec', '$R^{4}$ec'],
  ['a symbol glued to a number', '$\\pm$1', '±1', '$\\pm$1'],
  ['a symbol between numbers', '40$\\sim$60%', '40∼60%', '40$\\sim$60\\%'],
  ['a font that makes a name', '$\\mathcal{A}LLM4ADD$', 'ALLM4ADD', '$\\mathcal{A}LLM4ADD$'],
  ['big O', '$O(n^2)$', 'O(n²)', '$O(n^2)$'],
  ['membership', '$x \\in \\mathbb{R}^d$', 'x ∈ ℝ^d', '$x \\in \\mathbb{R}^d$'],
  ['an ordinal', '$n^{th}$', 'nth', '$n^{th}$'],
  ['a long subscript', '$x_{ij}$', 'x_{ij}', '$x_{ij}$'],
  ['a negative power', '$10^{-45}$', '10⁻⁴⁵', '$10^{-45}$'],
  ['a fraction with a sum', '$\\frac{a+b}{c}$', '(a+b)/c', '$\\frac{a+b}{c}$'],
  [
    'a root',
    '$\\sqrt{n+1}$ and $\\sqrt[3]{x}$',
    '√(n+1) and ∛x',
    '$\\sqrt{n+1}$ and $\\sqrt[3]{x}$',
  ],
  ['an accent on a font', '$\\tilde\\mathcal{O}(k)$', 'Õ(k)', '$\\tilde{\\mathcal{O}}(k)$'],
  ['a function beside letters', '$n \\log n$', 'n log n', '$n \\log n$'],
  ['a sign with one blank', '$\\kappa> 0.8$', 'κ > 0.8', '$\\kappa> 0.8$'],
  ['a bound as prefix', '$\\geq 90\\%$', '≥90%', '$\\geq 90\\%$'],
  ['a bare percent sign', '$50%$ of', '50% of', '$50\\%$ of'],
  ['a formula in a formula', '$x \\text{ if $y>0$}$', 'x if y>0', '$x \\text{ if $y>0$}$'],
  ['parentheses as delimiters', '\\(a \\le b\\)', 'a ≤ b', '$a \\le b$'],
  ['brackets as delimiters', '\\[a+b\\]', 'a+b', '$a+b$'],
  ['two dollars', '$$a+b$$', 'a+b', '$a+b$'],
  [
    'an environment',
    'so \\begin{equation}a=b\\end{equation} holds',
    'so a=b holds',
    'so $a=b$ holds',
  ],
  [
    'symbols without dollars',
    'between \\pi_0 and \\pi_1',
    'between π₀ and π₁',
    'between $\\pi_0$ and $\\pi_1$',
  ],
  [
    'a run of commands without dollars',
    'with \\alpha \\in \\mathbb{R}^d here',
    'with α ∈ ℝ^d here',
    'with $\\alpha \\in \\mathbb{R}^d$ here',
  ],
  [
    'what is nothing on one line',
    '$x\\ref{a}+\\includegraphics{b}y$',
    'x+y',
    '$x\\ref{a}+\\includegraphics{b}y$',
  ],
  ['an author macro', '$\\eps$-nets', 'ε-nets', '$\\eps$-nets'],
  ['an unknown command', '$\\foo(x)$', 'foo(x)', '$\\foo(x)$'],
  ['a character by number', '$\\unicode{x2014}$', '—', '$\\text{—}$'],
];

const prices: Case[] = [
  [
    'a range of prices',
    'costs $48-$74 a month',
    'costs $48-$74 a month',
    'costs \\$48-\\$74 a month',
  ],
  [
    'two prices',
    '$5 million and $10 million',
    '$5 million and $10 million',
    '\\$5 million and \\$10 million',
  ],
  ['an escaped price', 'for \\$5', 'for $5', 'for \\$5'],
  [
    'a price before a formula',
    'for $5, with $\\alpha$',
    'for $5, with α',
    'for \\$5, with $\\alpha$',
  ],
  ['a number as formula', 'with $3$ of $10$', 'with 3 of 10', 'with $3$ of $10$'],
  ['shell variables', '$HOME and $PATH', '$HOME and $PATH', '\\$HOME and \\$PATH'],
];

const prose: Case[] = [
  ['escaped signs', '46\\% of A\\&B\\_C \\#1', '46% of A&B_C #1', '46\\% of A\\&B\\_C \\#1'],
  [
    'bare signs',
    '46% faster & a_b #1 < 2 > x^2',
    '46% faster & a_b #1 < 2 > x^2',
    '46\\% faster \\& a\\_b \\#1 $<$ 2 $>$ x\\textasciicircum{}2',
  ],
  ['emphasis', '\\emph{a} {\\it b} \\textit{c}', 'a b c', '\\emph{a} \\emph{b} \\emph{c}'],
  [
    'bold, small capitals, code',
    '\\textbf{a} \\textsc{b} \\texttt{c--d}',
    'a b c--d',
    '\\textbf{a} \\textsc{b} \\texttt{c-{}-d}',
  ],
  ['nested markup', '\\emph{a \\textbf{b} c}', 'a b c', '\\emph{a \\textbf{b} c}'],
  ['quotes', "``a'' and `b c', don't", "“a” and ‘b c’, don't", "“a” and ‘b c’, don't"],
  [
    'backticks of code',
    'use `foo` or ```x```',
    'use `foo` or ```x```',
    'use \\textasciigrave{}foo\\textasciigrave{} or \\textasciigrave{}\\textasciigrave{}\\textasciigrave{}x\\textasciigrave{}\\textasciigrave{}\\textasciigrave{}',
  ],
  ['dashes', 'bias--variance --- yes', 'bias–variance — yes', 'bias–variance — yes'],
  [
    'a tie',
    'Lean~4 (e.g.,~SVD) $0.7$~dB',
    'Lean 4 (e.g., SVD) 0.7 dB',
    'Lean~4 (e.g.,~SVD) $0.7$~dB',
  ],
  [
    'about',
    'by ~27% (~3x), 20% ~ 25%, 40~60%',
    'by ~27% (~3x), 20% ~ 25%, 40~60%',
    'by \\textasciitilde{}27\\% (\\textasciitilde{}3x), 20\\% \\textasciitilde{} 25\\%, 40\\textasciitilde{}60\\%',
  ],
  [
    'accents',
    "Erd{\\H o}s, M\\\"{u}ller, Poincar\\'e, \\v{c}, \\L ukasz, Stra\\ss e, \\'{\\i}",
    'Erdős, Müller, Poincaré, č, Łukasz, Straße, í',
    'Erdős, Müller, Poincaré, č, Łukasz, Straße, í',
  ],
  [
    'citations',
    'work~\\cite{x}, and \\citep[p.~3]{y} more (\\cite{z}).',
    'work, and more.',
    'work, and more.',
  ],
  ['a footnote', 'word\\footnote{Note.}.', 'word (Note.).', 'word (Note.).'],
  ['a formula of a macro', 'the \\ensuremath{x^2} term', 'the x² term', 'the $x^2$ term'],
  ['quotes by name', '\\textquotedblleft a\\textquotedblright', '“a”', '“a”'],
  ['a dash that does not break', 'GPT\\nobreakdash-4', 'GPT-4', 'GPT-4'],
  [
    'more accents',
    '\\c{c}, \\k{a}, \\r{u}, \\u{g}, \\=a, \\.z, \\~n, \\d{s}, {\\aa}, \\o, na\\"{\\i}ve, \\\'Etale',
    'ç, ą, ů, ğ, ā, ż, ñ, ṣ, å, ø, naïve, Étale',
    'ç, ą, ů, ğ, ā, ż, ñ, ṣ, å, ø, naïve, Étale',
  ],
  [
    'addresses',
    '\\url{https://a.org/x} and \\href{https://a.org}{b}',
    'https://a.org/x and b',
    '\\url{https://a.org/x} and \\href{https://a.org}{b}',
  ],
  [
    'citations that leave nothing',
    'a~\\cite{k}. b~\\citep{k,l}, c [\\cite{m}] d',
    'a. b, c d',
    'a. b, c d',
  ],
  [
    'more phrases',
    '\\iid{} and \\wrt $x$, \\aka y',
    'i.i.d. and w.r.t. x, a.k.a. y',
    'i.i.d. and w.r.t. $x$, a.k.a. y',
  ],
  ['macros nobody knows', '\\ours{} beats \\name-X', 'ours beats name-X', 'ours beats name-X'],
  [
    'about at the start',
    '~50 samples (~2.5)',
    '~50 samples (~2.5)',
    '\\textasciitilde{}50 samples (\\textasciitilde{}2.5)',
  ],
  ['a line break', 'a\\\\ b', 'a b', 'a\\\\ b'],
  ['phrases', '\\ie, \\eg{} x \\etal. y', 'i.e., e.g. x et al. y', 'i.e., e.g. x et al. y'],
  ['an unknown command', 'our \\method works', 'our method works', 'our method works'],
  ['an unknown command with argument', '\\mycmd{x} y', 'x y', 'x y'],
  ['a raised text', '2\\textsuperscript{nd}', '2nd', '2\\textsuperscript{nd}'],
  [
    'raised ends of ordinals, and a power',
    'au XIX\\textsuperscript{e} si\\`ecle, 1$^{er}$, $x^e$',
    'au XIXe siècle, 1er, x^e',
    'au XIX\\textsuperscript{e} siècle, 1$^{er}$, $x^e$',
  ],
  [
    'a list',
    '\\begin{itemize} \\item a \\item b \\end{itemize}',
    '• a • b',
    '\\\\ \\textbullet{} a\\\\ \\textbullet{} b',
  ],
  [
    'stripped math',
    'Min R^{mtimes n} and V_{AB}',
    'Min R^{mtimes n} and V_{AB}',
    'Min R\\textasciicircum{}\\{mtimes n\\} and V\\_\\{AB\\}',
  ],
  ['symbols in Unicode', 'α ≤ 5² µs', 'α ≤ 5² µs', '$\\alpha$ $\\leq$ 5² µs'],
  [
    "a backslash that is not TeX's",
    'X=H\\G in C:\\Users',
    'X=H\\G in C:\\Users',
    'X=H\\textbackslash{}G in C:\\textbackslash{}Users',
  ],
  ['quotes escaped for a program', 'a \\"quote\\"', 'a "quote"', 'a "quote"'],
  ['a tie before nothing', 'by ~\\cite{x} a~\\ref{y}.', 'by a.', 'by a.'],
  ['a font over a bare letter', '\\tilde\\mathcal{O}', 'Õ', '$\\tilde{\\mathcal{O}}$'],
  ['an unbalanced brace', 'a } b', 'a } b', 'a \\textbraceright{} b'],
];

describe.each([
  ['formulas', formulas],
  ['prices are not formulas', prices],
  ['prose', prose],
])('%s', (_, cases) => {
  it.each(cases)('%s', (_name, source, plain, latex) => {
    const { rich } = parseTex(source);
    expect(toPlain(rich)).toBe(plain);
    expect(toLatex(rich)).toBe(latex);
  });
});

describe('LaTeX written for BibTeX', () => {
  it.each([...prose, ...formulas])('reads back as the same text: %s', (_name, source, plain) => {
    const latex = toLatex(parseTex(source).rich);
    expect(toPlain(parseTex(latex).rich)).toBe(plain);
  });
});
