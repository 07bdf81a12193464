import { describe, expect, it } from 'vitest';
import { mathSpans, parseStripped, parseTex, toPlain } from '../../src/text/index.ts';

describe('text of a page that strips its formulas', () => {
  const source =
    'We learn functions p : R^d rightarrow R with error at most varepsilon^2 in time O(d^4), 40% faster.';

  it('has its formulas put back, each with what stands in the seed', () => {
    const formulas = mathSpans(parseStripped(source).rich);
    expect(formulas.map(({ origin, source: from, latex }) => [origin, from, latex])).toEqual([
      ['repaired', 'p', 'p'],
      ['repaired', 'R^d rightarrow R', '\\mathbb{R}^d \\rightarrow \\mathbb{R}'],
      ['repaired', 'varepsilon^2', '\\varepsilon^2'],
      ['repaired', 'O(d^4)', 'O(d^4)'],
    ]);
  });

  it('stays as it is where nothing was stripped', () => {
    const prose =
      'A study of title case, times and trouble with 32 times less memory (<10% of it).';
    expect(parseStripped(prose)).toEqual({ ...parseTex(prose), left: [] });
  });

  it('keeps formulas that were not stripped as intact', () => {
    const formulas = mathSpans(
      parseStripped('Distributions \\pi_0 and \\pi_1 are transported.').rich,
    );
    expect(formulas.map(({ origin, latex }) => [origin, latex])).toEqual([
      ['intact', '\\pi_0'],
      ['intact', '\\pi_1'],
    ]);
  });

  it('says where each formula stood and how sure it is', () => {
    const formulas = mathSpans(parseStripped(source).rich);
    expect(formulas.length).toBeGreaterThan(0);
    for (const { source: from, repair } of formulas) {
      expect(source.slice(repair?.at.start, repair?.at.end)).toBe(from);
      expect(repair?.confidence).toBeGreaterThan(0.2);
      expect(repair?.confidence).toBeLessThanOrEqual(1);
    }
  });

  it("puts an author's own command back by its name", () => {
    const { rich } = parseStripped('For spaces V_{AB} and V_{PQ} we define V_{SP}lrarv V_{PQ}.');
    expect(mathSpans(rich).map(({ latex }) => latex)).toContain('V_{SP}\\lrarv V_{PQ}');
  });

  it('tells of every command in it that has no backslash and was not put back', () => {
    const text =
      'For spaces V_{AB} with columns Auplus B we define V_{SP}lrarv V_{PQ}, with Scap Q= emptyset.';
    const { rich, left } = parseStripped(text);
    for (const { text: run, at } of left) expect(text.slice(at.start, at.end)).toBe(run);
    const shown = rich.map((node) => (node.type === 'text' ? node.value : '')).join('');
    for (const command of shown.match(/uplus|lrarv|cap|emptyset/g) ?? []) {
      expect(left.some(({ text: run }) => run.includes(command))).toBe(true);
    }
  });

  it('tells of a stripped formula beside intact ones, which it does not touch', () => {
    const { rich, left } = parseStripped('A matrix $M$ in the space R^{mtimes n} here.');
    expect(mathSpans(rich).map(({ origin }) => origin)).toEqual(['intact']);
    expect(left).toMatchObject([{ text: 'R^{mtimes n}', reason: 'beside-intact' }]);
  });

  it('has its links, and nothing for what it cites', () => {
    const text =
      'As Jain~jns13 and prior work~smith2020deep,lee21b show, code is at https://a.example/x{the site}.';
    expect(toPlain(parseStripped(text).rich)).toBe(
      'As Jain and prior work show, code is at the site.',
    );
    expect(parseStripped(text).rich).toContainEqual({
      type: 'link',
      href: 'https://a.example/x',
      children: [{ type: 'text', value: 'the site' }],
    });
  });

  it('keeps names that look a little like a citation', () => {
    const text = 'Llama~2 and int64, GPT-4~turbo, covid19, top~10 of icml2023 textx2014and.';
    expect(parseStripped(text)).toEqual({ ...parseTex(text), left: [] });
  });
});
