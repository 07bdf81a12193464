import { toHtml } from 'hast-util-to-html';
import rehypeKatex from 'rehype-katex';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { keepFormulas } from '../../src/prose/prose-math.ts';

/** A paragraph with formulas between dollars as prose sets it. */
function set(source: string): string {
  const parts = source.split('$').map((value, i) =>
    i % 2 === 0
      ? { type: 'text' as const, value }
      : {
          type: 'element' as const,
          tagName: 'code',
          properties: { className: ['language-math', 'math-inline'] },
          children: [{ type: 'text' as const, value }],
        },
  );
  const tree = {
    type: 'root' as const,
    children: [{ type: 'element' as const, tagName: 'p', properties: {}, children: parts }],
  };
  unified().use(rehypeKatex).use(keepFormulas).runSync(tree);
  return toHtml(tree);
}

test('a short formula stays with its stop, its brackets and the rest of its word', () => {
  expect(set('the $k$.')).toContain('the <span class="unbroken">');
  expect(set('the $k$.')).toMatch(/\.<\/span><\/p>$/);
  expect(set('($k$)-net is')).toMatch(/^<p><span class="unbroken">\(.*\)-net<\/span> is<\/p>$/);
});

test('a long formula may break, and text without one is as it was', () => {
  const long = Array.from({ length: 30 }, (_, i) => `x_{${i}}`).join('+');
  expect(set(`so $${long}$.`)).not.toContain('unbroken');
  expect(set('no formula, (none).')).toBe('<p>no formula, (none).</p>');
});
