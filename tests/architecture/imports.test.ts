// @module-tag one-way
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished, test } from 'vitest';
import {
  circles,
  forbiddenImports,
  importGraph,
  isAcross,
  isDeep,
  isUpward,
} from './import-graph.ts';
import { layers } from './layers.ts';

const root = join(import.meta.dirname, '../..');
const arrows = importGraph(root);

test('every folder of src has its line in the table of layers', () => {
  const folders = readdirSync(join(root, 'src'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'styles')
    .map(({ name }) => name);
  expect(layers.flat().toSorted()).toEqual(folders.toSorted());
});

test('every import is allowed', () => {
  expect(forbiddenImports(arrows)).toEqual([]);
});

describe('the rules refuse', () => {
  it.each([
    ['src/model/a.ts', 'src/text/index.ts'],
    ['src/readers/formats/a.ts', 'src/writers/index.ts'],
    ['src/writers/a.ts', 'src/pipeline/index.ts'],
    ['src/pipeline/a.ts', 'src/loaders/index.ts'],
    ['src/loaders/a.ts', 'src/view/index.ts'],
    ['src/pages/a.ts', 'src/cli/index.ts'],
    ['src/layouts/A.astro', 'src/components/B.astro'],
  ])('%s importing %s from above', (from, to) => {
    expect(isUpward({ from, to })).toBe(true);
  });

  it.each([
    ['src/pages/a.ts', 'src/view/paths.ts'],
    ['src/readers/formats/a.ts', 'src/readers/scan/lines.ts'],
    ['src/pipeline/survey.ts', 'src/pipeline/merging/merge.ts'],
    ['src/cli/a.ts', 'src/pipeline/reading/index.ts'],
    ['src/search/browser/a.ts', 'src/export/browser/offer-export.ts'],
  ])('%s importing %s past its face', (from, to) => {
    expect(isDeep({ from, to })).toBe(true);
  });

  it.each([
    ['src/search/browser/a.ts', 'src/search/build/a.ts'],
    ['src/search/build/a.ts', 'src/search/browser/a.ts'],
    ['src/search/query.ts', 'src/search/browser/a.ts'],
    ['src/search/browser/a.ts', 'src/loaders/index.ts'],
    ['src/service-worker/worker/a.ts', 'src/service-worker/index.ts'],
    ['src/pages/a.ts', 'src/client/index.ts'],
  ])('%s importing %s from the other side', (from, to) => {
    expect(isAcross({ from, to })).toBe(true);
  });

  test('circles', () => {
    const circle = [
      { from: 'src/text/a.ts', to: 'src/text/b.ts' },
      { from: 'src/text/b.ts', to: 'src/text/a.ts' },
    ];
    expect(circles(circle)).toHaveLength(1);
  });

  test('circles of folders whose files are in none', () => {
    const circle = [
      { from: 'src/text/a/index.ts', to: 'src/text/b/index.ts' },
      { from: 'src/text/b/other.ts', to: 'src/text/a/index.ts' },
    ];
    expect(forbiddenImports(circle)).toEqual([
      'src/text/a > src/text/b > src/text/a is a circle of folders.',
    ]);
  });

  test('an import of any kind, of a type or in an Astro file too', () => {
    const root = mkdtempSync(join(tmpdir(), 'florilegium-'));
    onTestFinished(() => rmSync(root, { recursive: true }));
    const files = {
      'src/model/a.ts': "import type { B } from '../text/index.ts';",
      'src/model/b.ts': "export * from '../text/index.ts';",
      'src/model/c.ts': "export const c = () => import('../text/index.ts');",
      'src/model/d.ts': "export type D = typeof import('../text/index.ts');",
      'src/model/e.ts': "import table from '../text/table.json' with { type: 'json' };",
      'src/model/F.astro': "---\nimport { f } from '../text/index.ts';\n---\n<p>{f}</p>",
    };
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    const found = forbiddenImports(importGraph(root)).join('\n');
    for (const path of Object.keys(files)) expect(found).toContain(`${path} imports src/text/`);
  });
});

describe('the rules allow', () => {
  it.each([
    ['src/pipeline/reading/a.ts', 'src/readers/index.ts'],
    ['src/readers/formats/bibtex/index.ts', 'src/readers/scan/index.ts'],
    ['src/pipeline/merging/a.ts', 'src/pipeline/lists.ts'],
    ['src/pages/a.ts', 'src/provenance/SeedMath.astro'],
    ['src/search/browser/a.ts', 'src/client/index.ts'],
    ['src/search/browser/a.ts', 'src/export/browser/index.ts'],
    ['src/search/browser/a.ts', 'src/search/query.ts'],
    ['src/search/index.ts', 'src/search/build/a.ts'],
  ])('%s importing %s', (from, to) => {
    const arrow = { from, to };
    expect(isUpward(arrow) || isDeep(arrow) || isAcross(arrow)).toBe(false);
  });
});

test('what Astro’s bundler reads before every build imports nothing of the program but types', () => {
  for (const file of ['content.config.ts', 'collections/index.ts', 'collections/loaders.ts']) {
    const text = readFileSync(join(import.meta.dirname, '../../src', file), 'utf8');
    const values = text.matchAll(/^(?:import|export) (?!type )[^;]*? from '([^']+)'/gm);
    for (const [, from = ''] of values) expect(from).toMatch(/^astro[:/]|collections|loaders/);
  }
});
