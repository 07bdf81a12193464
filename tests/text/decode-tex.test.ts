import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeTex, parseTex, toPlain } from '../../src/text/index.ts';

describe('decoding TeX of bibliographies', () => {
  it.each([
    [String.raw`N\'{u}\~{n}ez, H\"{o}\"{o}k`, 'Núñez, Höök'],
    [String.raw`{\'\i} \'{\i} {\^{\i}}le na{\"\i}ve`, 'í í île naïve'],
    [String.raw`\c{c} \v s {\v{S}}koda O\u{g}uz \H{o} \k{a}`, 'ç š Škoda Oğuz ő ą'],
    [String.raw`{\L}ukasz \L ukasz Stra\ss e \aa{}b {\O}re`, 'Łukasz Łukasz Straße åb Øre'],
    ['{{RNA}} for {LLMs} and {S}parrows', 'RNA for LLMs and Sparrows'],
    [String.raw`R\&D, 50{\%}, a{\_}b, \#1`, 'R&D, 50%, a_b, #1'],
    [String.raw`\$x{\textasciicircum}2\$ {\textless}i{\textgreater}`, '$x^2$ <i>'],
    [String.raw`\~{}50 and \^{}`, '~50 and ^'],
    ['Ann~Lee', 'Ann Lee'],
    [String.raw`\textrm{plain} \mbox{box}`, 'plain box'],
    [String.raw`{\unknown}x {\unknown} x {\ss}x`, String.raw`\unknown{}x \unknown x ßx`],
  ])('reads %s as %s', (tex, plain) => {
    expect(decodeTex(tex)).toBe(plain);
  });

  it.each([
    'Nests of $O(n^{2})$ twigs',
    String.raw`\(a_{1}\) and \[b\]`,
    String.raw`\emph{Passer} and {\em domesticus}`,
    String.raw`\href{https://example.org}{a link}`,
    'H$_2$O at 5$ each',
    "dashes -- and ``quotes''",
  ])('leaves %s to the parser of text', (tex) => {
    expect(decodeTex(tex)).toBe(tex);
  });

  it('takes braces out of the argument of a command that stays', () => {
    expect(decodeTex(String.raw`\emph{in {Vivo}}`)).toBe(String.raw`\emph{in Vivo}`);
  });

  it('leaves text without TeX as it is', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        fc.pre(!/[\\{}~$]/.test(text));
        expect(decodeTex(text)).toBe(text);
      }),
    );
  });

  it('never fails and adds nothing to the length but what accents need', () => {
    const piece = fc.constantFrom('\\', '{', '}', '$', "'", 'e', ' ', '\\emph', '\\v', '~', '\\(');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const tex = pieces.join('');
        expect(decodeTex(tex).length).toBeLessThanOrEqual(tex.length);
        expect(() => toPlain(parseTex(decodeTex(tex)).rich)).not.toThrow();
      }),
    );
  });
});

describe('a text that is read as TeX next', () => {
  it.each([
    ['{LLM}s of \\{x, y\\}', 'LLMs of \\{x, y\\}', 'LLMs of {x, y}'],
    ['about \\textasciitilde{}5', 'about \\textasciitilde{}5', 'about ~5'],
    ['about \\~{}5', 'about \\~{}5', 'about ~5'],
    ['{A} run -{}-fast', 'A run -{}-fast', 'A run --fast'],
    ["\\'{E}t\\'e 10\\%", 'Été 10%', 'Été 10%'],
  ])('keeps escaped what would mean something: %s', (source, expected, plain) => {
    const text = decodeTex(source, 'tex');
    expect(text).toBe(expected);
    expect(toPlain(parseTex(text).rich)).toBe(plain);
  });
});
