import { expect, test } from 'vitest';
import {
  FIRST,
  readState,
  START,
  type State,
  STEP,
  toggle,
  writeState,
} from '../../src/search/browser/state.ts';

test('a search survives the way through the address', () => {
  const state: State = {
    query: 'D²-MoE & “more”',
    selection: { ...START.selection, year: ['2025', '2024'], theme: ['Pruning, and more'] },
    order: 'newest',
    shown: 3 * STEP,
  };
  expect(readState(new URLSearchParams(writeState(state)))).toEqual(state);
});

test('the first state has no parameters', () => {
  expect(writeState(START)).toBe('');
  expect(readState(new URLSearchParams())).toEqual(START);
});

test('a broken address gives a search that works', () => {
  const state = readState(
    new URLSearchParams('q=x&order=up&shown=-5&colour=red&year=2025&year=2025'),
  );
  expect(state).toEqual({
    ...START,
    query: 'x',
    selection: { ...START.selection, year: ['2025'] },
  });
});

test('choosing a value twice takes it back and returns to the first results', () => {
  const once = toggle({ ...START, shown: 60 }, 'year', '2025');
  expect(once.selection.year).toEqual(['2025']);
  expect(once.shown).toBe(FIRST);
  expect(toggle(once, 'year', '2025').selection.year).toEqual([]);
});
