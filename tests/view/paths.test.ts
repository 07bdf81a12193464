// @module-tag any-base
import { describe, expect, test } from 'vitest';
import { linkFrom, linkFromAnywhere, sourcePath } from '../../src/view/paths.ts';

describe('links between pages', () => {
  test('climb out of the page and down to the target', () => {
    const link = linkFrom('/papers/arxiv-2507.17249/');
    expect(link('/papers/arxiv-2502.17298/')).toBe('../arxiv-2502.17298/');
    expect(link('/themes/graphs/')).toBe('../../themes/graphs/');
    expect(link('/')).toBe('../../');
    expect(link('/assets/site.css')).toBe('../../assets/site.css');
  });

  test('go down from the first page without climbing', () => {
    const link = linkFrom('/');
    expect(link('/papers/')).toBe('papers/');
    expect(link('/')).toBe('./');
  });

  test('keep query and fragment', () => {
    const link = linkFrom('/papers/');
    expect(link('/search/?q=a/b')).toBe('../search/?q=a/b');
    expect(link('/papers/page/2/#y2024')).toBe('page/2/#y2024');
    expect(link('/#cite')).toBe('../#cite');
  });

  test('to the page itself are a bare fragment or a dot', () => {
    const link = linkFrom('/papers/');
    expect(link('/papers/#y2024')).toBe('#y2024');
    expect(link('/papers/')).toBe('./');
    expect(link('/papers/?q=a')).toBe('./?q=a');
  });

  test('resolve to the same address under every base path', () => {
    const pages = ['/', '/papers/', '/papers/a/', '/sources/lists/b.txt/'];
    for (const base of ['https://example.org/', 'https://example.org/deep/survey/']) {
      for (const page of pages) {
        for (const target of pages) {
          const absolute = new URL(linkFrom(page)(target), base + page.slice(1)).href;
          expect(absolute).toBe(base + target.slice(1));
        }
      }
    }
  });

  test('of the page served at any depth begin with the base path', () => {
    expect(linkFromAnywhere('https://example.org/survey/')('/papers/')).toBe('/survey/papers/');
    expect(linkFromAnywhere('https://example.org')('/papers/')).toBe('/papers/');
  });

  test('to a seed encode what a path cannot hold', () => {
    expect(sourcePath('lists/a b#1.txt')).toBe('/sources/lists/a%20b%231.txt/');
  });
});
