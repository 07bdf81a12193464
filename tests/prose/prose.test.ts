import { describe, expect, test } from 'vitest';
import { MARKS_CLOSE, MARKS_OPEN, setMarks } from '../../src/prose/prose.ts';

const mark = `${MARKS_OPEN}<span class="cite">1</span>${MARKS_CLOSE}`;

describe('citation marks in prose', () => {
  test('stand after the stop and cling to the word before them', () => {
    expect(setMarks(`shown to ${`help ${mark}`}. Next`)).toBe(
      'shown to <span class="nw">help.<span class="cite">1</span></span> Next',
    );
  });

  test('stay where they are when no stop follows', () => {
    expect(setMarks(`here ${mark} and`)).toBe(
      '<span class="nw">here<span class="cite">1</span></span> and',
    );
  });

  test('cling to nothing after an element, which cannot be torn apart', () => {
    expect(setMarks(`<em>so</em> ${mark}.`)).toBe(
      '<em>so</em><span class="nw">.<span class="cite">1</span></span>',
    );
  });
});
