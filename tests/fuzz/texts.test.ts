// @module-tag goes-on
// @module-tag math-reversible
import { expect, it } from 'vitest';
import {
  decodedTwice,
  decodeTex,
  parseStripped,
  parseTex,
  printable,
  repairMath,
  sentences,
  toHtml,
  toLatex,
  toPlain,
  unfitAt,
  withoutHtml,
  wholesome,
} from '../../src/text/index.ts';
import { strip } from '../../src/text/repair/latex/strip.ts';
import { activeParts } from './active-html.ts';
import { hostileText } from './hostile-text.ts';
import { expectForAll } from './laws.ts';

/** How deep the braces of a field go where it ends, and the least they ever went. */
function braces(latex: string): { end: number; least: number } {
  let end = 0;
  let least = 0;
  for (const sign of latex) {
    if (sign === '{') end += 1;
    if (sign === '}') end -= 1;
    least = Math.min(least, end);
  }
  return { end, least };
}

it('any TeX becomes HTML that runs nothing and LaTeX whose braces match', () => {
  expectForAll(hostileText, 500, (hostile) => {
    const { rich } = parseTex(wholesome(hostile));
    expect(activeParts(toHtml(rich))).toEqual([]);
    expect(braces(toLatex(rich))).toEqual({ end: 0, least: 0 });
    const again = parseTex(toLatex(rich)).rich;
    expect(activeParts(toHtml(again))).toEqual([]);
    expect(unfitAt(toPlain(rich))).toEqual([]);
  });
});

it('any text with marks of HTML becomes text', () => {
  expectForAll(hostileText, 300, (hostile) => {
    const plain = withoutHtml(wholesome(hostile));
    expect(activeParts(toHtml(parseTex(plain).rich))).toEqual([]);
    decodeTex(hostile);
    decodedTwice(hostile);
    expect(sentences(hostile).join('').replace(/\s/gu, '')).toBe(hostile.replace(/\s/gu, ''));
  });
});

it('any text that was repaired gives the seed’s text again when it is stripped', () => {
  expectForAll(hostileText, 150, (hostile) => {
    const { text, spans } = repairMath(hostile);
    expect(strip(text)).toBe(strip(hostile));
    if (spans.length === 0) expect(text).toBe(hostile);
    for (const { start, end, latex, origin } of spans) {
      if (origin === 'repaired') expect(text.slice(start, end)).toBe(`$${latex}$`);
    }
    expect(activeParts(toHtml(parseStripped(wholesome(hostile)).rich))).toEqual([]);
  });
});

it('any text is printed without what a terminal obeys', () => {
  expectForAll(hostileText, 300, (hostile) => {
    expect(printable(hostile)).not.toMatch(/[^\P{Cc}\t\n]|\u202e|\u2066/u);
  });
});
