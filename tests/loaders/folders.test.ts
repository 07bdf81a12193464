import { afterEach, describe, expect, test, vi } from 'vitest';
import { surveyFolders } from '../../src/loaders/folders.ts';

afterEach(() => vi.unstubAllEnvs());

describe('the folders of a survey', () => {
  test('stand under the checkout', () => {
    expect(surveyFolders('/home/survey')).toEqual({
      root: '/home/survey',
      seeds: '/home/survey/seeds',
      content: '/home/survey/content',
      out: '/home/survey/dist',
    });
  });

  test.each([
    ['/srv/www', '/srv/www'],
    ['public_html', '/home/survey/public_html'],
    ['..site', '/home/survey/..site'],
  ])('may be others: %s', (named, out) => {
    vi.stubEnv('FLORILEGIUM_OUT', named);
    expect(surveyFolders('/home/survey').out).toBe(out);
  });
});
