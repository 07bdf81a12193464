import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  collapse,
  firstSentences,
  fold,
  hasMath,
  mathProblems,
  mathSpans,
  parseTex,
  sentences,
  toHtml,
  toLatex,
  toPlain,
} from '../../src/text/index.ts';

describe('the origin of a formula', () => {
  it('is intact, with the characters of the source', () => {
    expect(mathSpans(parseTex('a $R^{4}$ b').rich)).toEqual([
      { type: 'math', latex: 'R^{4}', source: '$R^{4}$', display: false, origin: 'intact' },
    ]);
  });

  it('is mended where angle brackets stood for braces', () => {
    expect(mathSpans(parseTex('$$x_<i,j>$$').rich)).toEqual([
      { type: 'math', latex: 'x_{i,j}', source: '$$x_<i,j>$$', display: true, origin: 'mended' },
    ]);
  });

  it('leaves other angle brackets alone', () => {
    expect(mathSpans(parseTex('$a<b>c$ $x_i<4$').rich).map((m) => m.latex)).toEqual([
      'a<b>c',
      'x_i<4',
    ]);
  });

  it.each([
    ['$$a$b$$', ['a']],
    ['\\[a $b c\\]', []],
    ['\\begin{align}a $b\\end{align}', []],
    ['$$a \\text{ if $b$}$$ and \\(c\\$d\\)', ['a \\text{ if $b$}', 'c\\$d']],
  ])('is no part of %s where a dollar would end it', (source, formulas) => {
    expect(mathSpans(parseTex(source).rich).map(({ latex }) => latex)).toEqual(formulas);
  });

  it('is found inside markup', () => {
    expect(hasMath(parseTex('\\emph{a $x$}').rich)).toBe(true);
    expect(hasMath(parseTex('\\emph{a} costs $5').rich)).toBe(false);
  });
});

describe('messages', () => {
  const codes = (source: string): string[] => parseTex(source).messages.map((m) => m.code);

  it('name each unknown command once', () => {
    const { messages } = parseTex('\\method and \\method and \\other{x}');
    expect(messages.map((m) => m.code)).toEqual(['tex-unknown-command', 'tex-unknown-command']);
    expect(messages[0]?.text).toContain('\\method');
  });

  it('tell of a dollar without a partner, but not of a price', () => {
    expect(codes('the value $x is')).toEqual(['tex-lone-dollar']);
    expect(codes('costs $5 or \\$6')).toEqual([]);
  });

  it('tell of a math delimiter without a partner', () => {
    expect(codes('a \\( b')).toEqual(['tex-lone-delimiter']);
  });

  it('are silent about what is understood', () => {
    expect(codes('46\\% of \\emph{x}~\\cite{y} $\\foo$ \\pi_0 \\"{o} {\\bf z}')).toEqual([]);
  });
});

describe('an old font switch outside of braces', () => {
  it.each([
    ['$\\rm polylog(n)$', '{\\rm polylog(n)}'],
    ['$\\rm \\mathrm{polylog}(n)$', '\\mathrm{polylog}(n)'],
    ['$x + \\it y$', 'x + {\\it y}'],
    ['$x_{\\rm max}$', 'x_{\\rm max}'],
    ['$\\left(\\rm a\\right)$', '\\left(\\rm a\\right)'],
  ])('of %s has braces: %s', (source, latex) => {
    expect(mathSpans(parseTex(source).rich).map((span) => span.latex)).toEqual([latex]);
  });
});

describe('text without TeX', () => {
  /** No backslash, dollar, quote mark, tie, brace; hyphens apart; no address. */
  const plain = fc
    .string({ unit: 'grapheme', maxLength: 80 })
    .map((text) => text.replace(/[\\$`'~{}]|-(?=-)|http/g, ''));

  it('comes back as it is, white space collapsed', () => {
    fc.assert(
      fc.property(plain, (text) => {
        expect(toPlain(parseTex(text).rich)).toBe(collapse(text));
      }),
    );
  });

  it('keeps the remains of stripped formulas, character for character', () => {
    for (const text of [
      'Min R^{mtimes n}, with UV^top and widetilde O(|Omega| k)',
      'V_{SP}lrarv V_{PQ}, Scap Q= emptyset',
      'O left(varepsilon^{-(3α-2){(α-1)}} right)',
      'sets {a, b} and {} of R^{4}ec_{x}',
      'h = g circ p, 10^{-45}, AIME24 & 25, p < 0.05 # 50%',
    ]) {
      expect(parseTex(text)).toEqual({ rich: [{ type: 'text', value: text }], messages: [] });
    }
  });
});

describe('any input', { tags: 'goes-on' }, () => {
  it('is parsed and rendered without throwing', () => {
    const tex = fc.array(
      fc.constantFrom(
        '\\',
        '$',
        '{',
        '}',
        '^',
        '_',
        '&',
        '%',
        '#',
        '~',
        '`',
        "'",
        '-',
        ' ',
        'a',
        '1',
        '<',
        '>',
        '\\frac',
        '\\text{',
        '\\left',
        '\\begin{x}',
        '\\sqrt[',
        '\\not',
        'é',
        '𝒜',
        '\ud800',
      ),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(tex, fc.nat(40), (parts, length) => {
        const { rich } = parseTex(parts.join(''));
        toLatex(rich);
        expect(toPlain(firstSentences(rich, length)).length).toBeLessThanOrEqual(
          Math.max(1, length),
        );
        expect(toPlain(rich)).toBe(collapse(toPlain(rich)));
      }),
      { numRuns: 1000 },
    );
  });

  it('gives LaTeX whose braces are balanced, as BibTeX counts them', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom('{', '}', '\\{', '\\}', '$', 'a', '\\emph{', '\\textbackslash', '^'),
        ),
        (parts) => {
          let open = 0;
          for (const c of toLatex(parseTex(parts.join('')).rich)) {
            if (c === '{') open++;
            else if (c === '}') open--;
            expect(open).toBeGreaterThanOrEqual(0);
          }
          expect(open).toBe(0);
        },
      ),
    );
  });

  it.each([
    '{',
    '}',
    '$',
    '${',
    '$\\text{',
    '$\\text{$a$ ',
    '\\',
    '{\\it ',
    '\\emph{',
    '\\(',
    '\\begin{align}',
    '`a ',
    '``a ',
    'a \\cite{b} ',
    'https://',
    '\\pi_0',
    '\\"{',
    '\\footnote{',
    '\\foo{',
    '\\sqrt[',
    '\\\\[',
    '_<',
    'e.g. ',
    '\\href{https://a.b}{',
    '\\verb|',
  ])('of many thousand characters is done in time: %s', (part) => {
    // A cost that grows with the square would take minutes.
    const source = part.repeat(Math.ceil(200_000 / part.length));
    const { rich } = parseTex(source);
    expect(toHtml(rich).length).toBeLessThan(20_000_000);
    toPlain(rich);
    toLatex(rich);
    firstSentences(rich, 300);
    sentences(source);
    fold(source);
  });
});

describe('a million opening braces', () => {
  it('come back as they are', () => {
    const source = '{'.repeat(1_000_000);
    expect(toPlain(parseTex(source).rich)).toBe(source);
  });
});

describe('the five seeds', () => {
  const folder = fileURLToPath(new URL('../../seeds/', import.meta.url));
  const lines = readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .flatMap((name) => readFileSync(folder + name, 'utf8').split('\n'));
  const visible = (html: string): string =>
    html.replace(/<annotation.*?<\/annotation>/g, '').replace(/<[^>]*>/g, '');

  it('show no dollar, command or error', () => {
    for (const line of lines) {
      const { rich } = parseTex(line);
      const html = toHtml(rich);
      expect(mathProblems(rich)).toEqual([]);
      expect(html).not.toMatch(/katex-error|tex-source/);
      expect(visible(html)).not.toMatch(/\$|\\[a-zA-Z]/);
      expect(toPlain(rich)).not.toMatch(/\$|\\[a-zA-Z]/);
    }
  });

  it('name one command nobody can know', () => {
    const texts = lines.flatMap((line) => parseTex(line).messages.map((m) => m.text));
    expect(texts).toEqual(['The command \\method is not known; its name is shown as text.']);
  });

  it('lose nothing but TeX: lines without any come back whole', () => {
    const untouched = lines.filter((line) => !/[\\$~`]|--|\{\}/.test(line));
    expect(untouched.length).toBeGreaterThan(900);
    for (const line of untouched) expect(toPlain(parseTex(line).rich)).toBe(collapse(line));
  });
});

it('a \\verb that nothing closes is shown as it stands', () => {
  const { rich } = parseTex(String.raw`\verb|a|, \verb\verb| on`);
  expect(toPlain(rich)).toBe(String.raw`a, \verb\verb| on`);
});
