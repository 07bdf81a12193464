import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { site } from './pages.ts';

const folder = join(site, 'licences');

test('everything that readers get has its licence with its text', async () => {
  const page = await readFile(join(folder, 'index.html'), 'utf8');
  const files = (await readdir(folder)).filter((name) => name.endsWith('.txt'));
  for (const name of [
    'florilegium',
    'katex',
    'pagefind',
    'fflate',
    'citeproc',
    'fonts',
    'papaparse',
  ]) {
    expect(files).toContain(`${name}.txt`);
  }
  for (const file of files) {
    expect(page).toContain(`href="${file}"`);
    expect((await readFile(join(folder, file), 'utf8')).length).toBeGreaterThan(10);
  }
  expect(await readFile(join(folder, 'katex.txt'), 'utf8')).toContain('Khan Academy');
  expect(await readFile(join(folder, 'fonts.txt'), 'utf8')).toContain('SIL OPEN FONT LICENSE');
});

test('the licence of citeproc is stated, by which its author and source are named', async () => {
  const page = await readFile(join(folder, 'index.html'), 'utf8');
  for (const words of [
    'Frank Bennett',
    'CPAL 1.0',
    'GNU Affero General Public License',
    'Juris-M/citeproc-js',
  ]) {
    expect(page).toContain(words);
  }
  expect(await readFile(join(folder, 'citeproc.txt'), 'utf8')).toContain('Affero');
});

test('hosts find their files', async () => {
  const files = await readdir(site);
  for (const name of ['.nojekyll', 'robots.txt', '_headers', '.htaccess', 'hosting']) {
    expect(files).toContain(name);
  }
});
