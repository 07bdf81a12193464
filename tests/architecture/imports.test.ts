import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { type Arrow, circles, importGraph, isAcross, isDeep, isUpward } from './import-graph.ts';
import { layers } from './layers.ts';

const root = join(import.meta.dirname, '../..');
const arrows = importGraph(root);
const inWords = ({ from, to }: Arrow) => `${from} imports ${to}`;

test('every folder of src has its line in the table of layers', () => {
  const folders = readdirSync(join(root, 'src'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'styles')
    .map(({ name }) => name);
  expect(layers.flat().toSorted()).toEqual(folders.toSorted());
});

test('imports point one way', () => {
  expect(arrows.filter(isUpward).map(inWords)).toEqual([]);
});

test('no files import each other in a circle, not even types', () => {
  expect(circles(arrows).map((way) => way.join(' > '))).toEqual([]);
});

test('no import reaches past the face of a folder', () => {
  expect(arrows.filter(isDeep).map(inWords)).toEqual([]);
});

test('what runs in a browser and what builds the site import what is for both, or their own side', () => {
  expect(arrows.filter(isAcross).map(inWords)).toEqual([]);
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
});

describe('the rules allow', () => {
  it.each([
    ['src/pipeline/reading/a.ts', 'src/readers/index.ts'],
    ['src/readers/formats/bibtex/index.ts', 'src/readers/scan/index.ts'],
    ['src/pipeline/merging/a.ts', 'src/pipeline/order.ts'],
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
