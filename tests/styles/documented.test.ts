import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

it('every custom property that a survey may set is documented with its value', () => {
  const set = Array.from(
    read('src/styles/tokens.css').matchAll(/^ {2}(--[\w-]+): (.+);$/gm),
    ([, name, value]) => [name, value],
  );
  const documented = Array.from(
    read('docs/style.md').matchAll(/^\| `(--[\w-]+)`\s*\| .+? \| `(.+)`\s*\|$/gm),
    ([, name, value]) => [name, value],
  );
  expect(set.length).toBeGreaterThan(20);
  expect(documented).toEqual(set);
});
