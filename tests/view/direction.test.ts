import { expect, it } from 'vitest';
import { directionOf } from '../../src/view/index.ts';

it.each([
  ['ar', 'rtl'],
  ['he-IL', 'rtl'],
  ['fa', 'rtl'],
  ['ku-Arab', 'rtl'],
  ['az', 'ltr'],
  ['de', 'ltr'],
  ['zh-Hant', 'ltr'],
])('in %s are written %s', (tag, direction) => {
  expect(directionOf(tag)).toBe(direction);
});
