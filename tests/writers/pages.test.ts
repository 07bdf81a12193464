// @module-tag exports-whole
import { describe, expect, it } from 'vitest';
import { endsOf } from '../../src/writers/index.ts';

describe('pages, for formats that have the first and the last apart', () => {
  it.each([
    ['716–26', '716', '726'],
    ['1234–8', '1234', '1238'],
    ['S12–5', 'S12', 'S15'],
    ['L101–9', 'L101', 'L109'],
    ['101–119', '101', '119'],
    ['S7–S15', 'S7', 'S15'],
    ['e1–e9', 'e1', 'e9'],
    ['xi–xx', 'xi', 'xx'],
    ['98–102', '98', '102'],
    // Which are no stretch that goes on.
    ['145–12', '145', '12'],
    ['S-1', 'S-1', undefined],
    ['e1002', 'e1002', undefined],
    ['1–10, 20–30', '1–10, 20–30', undefined],
    ['e1–e9, 15', 'e1–e9, 15', undefined],
  ])('of “%s” are %s and %s', (page, first, last) => {
    expect(endsOf(page)).toEqual(last === undefined ? [first] : [first, last]);
  });

  it('are none of a work that has none', () => {
    expect(endsOf(undefined)).toEqual([]);
  });
});
