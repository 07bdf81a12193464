import fc from 'fast-check';
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { describe, expect, it } from 'vitest';
import { mathProblems, parseTex, toHtml, withoutLinks } from '../../src/text/index.ts';

const html = (source: string): string => toHtml(parseTex(source).rich);

/** The text of a fragment but for its formulas. */
function textWithoutMath(fragment: string): string {
  const text = (node: DefaultTreeAdapterTypes.Node): string => {
    if ('value' in node) return node.value;
    if (!('childNodes' in node)) return '';
    const isMath = 'attrs' in node && node.attrs.some(({ value }) => value === 'katex');
    return isMath ? '' : node.childNodes.map(text).join('');
  };
  return text(parseFragment(fragment));
}

describe('HTML of running text', () => {
  it.each([
    [
      'markup',
      '\\emph{a} \\textbf{b} \\textsc{c} \\texttt{d}',
      '<em>a</em> <strong>b</strong> <span class="small-caps">c</span> <code>d</code>',
    ],
    ['a tag in code', '\\texttt{</think>}', '<code>&lt;/think&gt;</code>'],
    ['bare signs', '<10% & "a"', '&lt;10% &amp; &quot;a&quot;'],
    ['a tie', 'Lean~4', 'Lean\u00a04'],
    ['a break', 'a \\\\ b', 'a<br>b'],
    [
      'an address',
      'see https://a.org/b_c.',
      'see <a href="https://a.org/b_c">https://a.org/b_c</a>.',
    ],
    [
      'an address in brackets',
      '(https://a.org/b(c))',
      '(<a href="https://a.org/b(c)">https://a.org/b(c)</a>)',
    ],
    [
      'an address before braces',
      'https://a.org{b}',
      '<a href="https://a.org">https://a.org</a>{b}',
    ],
    [
      'an address with escapes',
      '\\url{https://a.org/b\\_c\\%20}',
      '<a href="https://a.org/b_c%20">https://a.org/b_c%20</a>',
    ],
    [
      'a link',
      '\\href{https://a.org}{our \\emph{code}}',
      '<a href="https://a.org">our <em>code</em></a>',
    ],
    [
      'a link between dollars',
      '$\\href{https://a.org}{\\text{code}}$',
      '<a href="https://a.org">code</a>',
    ],
    ['a link to mail', '\\href{mailto:a@b.org}{mail}', '<a href="mailto:a@b.org">mail</a>'],
    ['a link to a script', '\\href{javascript:alert(1)}{x}', 'x'],
    ['an address without scheme', '\\url{a.org/b}', 'a.org/b'],
    [
      'an address inside a link',
      '\\href{https://a.org}{https://a.org}',
      '<a href="https://a.org">https://a.org</a>',
    ],
  ])('%s', (_name, source, expected) => {
    expect(html(source)).toBe(expected);
  });

  it('has links only where asked for', () => {
    const { rich } = parseTex('\\emph{see https://a.org} now');
    expect(toHtml(withoutLinks(rich))).toBe('<em>see https://a.org</em> now');
  });
});

describe('HTML of formulas', () => {
  it('is HTML and MathML with the LaTeX as annotation', () => {
    const formula = html('$R^{4}$ec');
    expect(formula).toContain('<span class="katex-html" aria-hidden="true">');
    expect(formula).toContain('<msup><mi>R</mi><mn>4</mn></msup>');
    expect(formula).toContain('<annotation encoding="application/x-tex">R^{4}</annotation>');
    expect(formula).toMatch(/<\/span>ec<\/span>$/);
  });

  it('is the same for both spellings of a script', () => {
    expect(html('$R^<4>$ec')).toBe(html('$R^{4}$ec'));
  });

  it.each([
    ['a stop', 'find $x$.', 'find ', '', '.'],
    ['brackets and what follows them', 'a ($x$)-rank map', 'a ', '(', ')-rank', ' map'],
    ['the rest of a name', 'the top-$k$-means method', 'the ', 'top-', '-means', ' method'],
    ['quotation marks', "a ``$x$'', b", 'a ', '“', '”,', ' b'],
  ])('keeps %s on one line with a formula', (_name, source, text, before, after, rest = '') => {
    const [start = '', end = ''] = html(source).split(
      /<span class="katex">.*<\/span>(?=[^<]*<\/span>)/,
    );
    expect(start).toBe(`${text}<span class="unbroken">${before}`);
    expect(end).toBe(`${after}</span>${rest}`);
  });

  it('says the same text in the same order, whatever it keeps together', () => {
    const words = fc.array(
      fc.constantFrom(
        '$x$',
        '$a+b$',
        'a',
        'longerword',
        ' ',
        '-',
        '(',
        ')',
        '.',
        ', ',
        '“',
        '\\emph{y}',
      ),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(words, (parts) => {
        const { rich } = parseTex(parts.join(''));
        const typed = rich.map((node) => (node.type === 'math' ? '' : toHtml([node]))).join('');
        expect(textWithoutMath(toHtml(rich))).toBe(textWithoutMath(typed));
      }),
    );
  });

  it('lets a formula scroll of which a part is wider than a narrow column', () => {
    const wide = '\\left(a+b+c+d+e+f+g+h+i+j+k+l+m+n+o+p+q+r+s\\right)';
    expect(html(`$${wide}$`)).toMatch(/^<span class="math-wide"[^>]* tabindex="0">/);
    expect(html('$a+b+c+d+e+f+g+h+i+j+k+l+m+n+o+p+q+r+s+t$')).toMatch(/^<span class="katex">/);
  });

  it('lets a displayed formula scroll', () => {
    expect(html('$$x$$')).toMatch(
      /^<span class="math-display"[^>]* tabindex="0"><span class="katex-display">/,
    );
  });

  it.each([
    '\\eps',
    '\\mbox{if $x$}',
    '\\bm{x}',
    '\\mathbbm{1}',
    '\\textsc{Max}',
    '\\bb R',
    'x\\sp2',
    '\\foo_\\bar{x}',
    'R^\\foo',
    '\\tilde\\mathcal{O}(n)',
    '50%',
    'A & B',
    'a \\# b',
    's_θ',
    '\\begin{cases} a & b \\\\ c & d \\end{cases}',
    '\\begin{array}{r@{\\,}l} a & b \\end{array}',
    '\\text{a \\foo b}',
    '\\unicode{x2014}',
    '\\href{https://a.org}{x} + 1',
  ])('can typeset $%s$', (latex) => {
    const { rich } = parseTex(`$${latex}$`);
    expect(mathProblems(rich)).toEqual([]);
    expect(toHtml(rich)).toContain('class="katex"');
  });

  it.each([
    'x^2^3',
    '\\frac{a',
    '\\left( x',
    '{'.repeat(200) + '}'.repeat(200),
    'x'.repeat(20_000),
    '\\def\\a{\\a}\\a',
  ])('shows the source of what cannot be typeset: $%s$', (latex) => {
    const { rich } = parseTex(`$${latex}$`);
    expect(toHtml(rich)).toMatch(/^<code class="tex-source">[^<]*<\/code>$/);
    expect(mathProblems(rich)).toHaveLength(1);
    expect(mathProblems(rich)[0]?.reason).not.toBe('');
  });

  it('does not let one formula define macros for the next', () => {
    html('$\\gdef\\alpha{x}\\alpha$');
    expect(html('$\\alpha + 1$')).toContain('<mi>α</mi>');
  });
});

const fragments = [
  '<x-evil a="1">',
  "<x-evil a='1'>",
  '&lt;',
  '"',
  '$',
  '$$',
  '\\(',
  '\\)',
  '\\[',
  '\\]',
  '{',
  '}',
  '\\emph{',
  '\\texttt{',
  '\\url{',
  '\\href{',
  'https://a.org/',
  '\\text{',
  '\\alpha',
  '^',
  '_',
  '~',
  '--',
  '``',
  "''",
  '`',
  '%',
  '\\\\',
  '\\"',
  ' ',
  'a',
  '1',
  '\\begin{align}',
  '\\end{align}',
  '\\item',
  '\\cite{',
  '\\footnote{',
  '{\\it ',
  '\\verb|',
  '\\htmlClass{',
  '\\def\\x',
  '#',
];

describe('any input', { tags: 'goes-on' }, () => {
  it('comes out without a tag of its own', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...fragments), { maxLength: 30 }), (parts) => {
        const out = html(parts.join(''));
        expect(out).not.toMatch(/<\/?x-evil/i);
        expect(out).not.toContain('katex-error');
      }),
      { numRuns: 400 },
    );
  });
});
