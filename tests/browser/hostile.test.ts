// @module-tag goes-on
// @module-tag own-origin
// @module-tag exports-whole
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join, relative, sep } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { hostileSurvey } from '../fuzz/hostile-seeds.ts';
import { LONGER, SEED } from '../fuzz/laws.ts';
import { type SmallSurvey, smallSurvey } from '../site/small-survey.ts';
import { extensionsRead, recordsIn } from '../writers/well-formed.ts';
import { launchChromium } from './chromium.ts';
import { withoutServiceWorker } from './fixture.ts';
import { addressOf, extractBundle } from './offline-bundle.ts';
import { type Host, serve } from './serve.ts';

const SEEDS = 150;

/** Pages visited each way, and files of each format read; all of them in a long run. */
const MOST = LONGER > 1 ? Number.POSITIVE_INFINITY : 60;

const LONG = 600_000 * LONGER;

let survey: SmallSurvey;
let site: string;
let disk: string;
let host: Host;
let browser: Browser;
beforeAll(async () => {
  survey = await smallSurvey();
  for (const [name, bytes] of hostileSurvey(SEEDS, SEED))
    await survey.write(`seeds/${name}`, bytes);
  site = await survey.build();
  disk = await mkdtemp(join(tmpdir(), 'florilegium-'));
  [host, browser] = await Promise.all([serve(site), launchChromium()]);
}, LONG);
afterAll(async () => {
  await browser?.close();
  await host?.close();
  await survey?.dispose();
  await rm(disk, { recursive: true, force: true });
});

/** Paths of all files below a folder, with `/`, in order. */
async function filesOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).split(sep).join('/'))
    .sort();
}

/** Some of the files of a site with an extension, from all over it. */
function some(files: readonly string[], extension: string): string[] {
  const all = files.filter((path) => extname(path) === `.${extension}`);
  const step = Math.max(1, all.length / MOST);
  return all.filter((_, at) => at % step < 1);
}

/** Those of identifiers are left out: they lead on to the page of a paper at once. */
const somePages = async (folder: string) =>
  some(
    (await filesOf(folder)).filter((path) => !path.startsWith('id/')),
    'html',
  );

/** What is on a page that no text of a seed may put there; runs inside the page. */
function intruders(): string[] {
  const handlers = '[onclick],[onload],[onerror],[onmouseover],[onfocus]';
  const active = `${handlers},iframe,object,embed,base,[srcdoc],meta[http-equiv="refresh" i]`;
  const isScript = (href: string) => /^(?:javascript|data|vbscript):/iu.test(href.trim());
  const links = [...document.querySelectorAll('[href],[src],[action]')].filter((element) =>
    ['href', 'src', 'action'].some((name) => isScript(element.getAttribute(name) ?? '')),
  );
  const own = [...document.querySelectorAll(active)].filter(
    // A page that only leads elsewhere says so in its head.
    (element) => !(element instanceof HTMLMetaElement && element.parentElement === document.head),
  );
  return [...own, ...links].map(({ outerHTML }) => outerHTML.slice(0, 200));
}

/** What pages did that they should not: dialogs, errors, reports of the policy, requests elsewhere. */
async function complaintsOf(root: string, paths: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  const context = await browser.newContext();
  await withoutServiceWorker(context);
  const page = await context.newPage();
  let path = '';
  page.on('dialog', async (dialog) => {
    found.push(`${path}: a dialog, ${dialog.message()}`);
    await dialog.dismiss();
  });
  page.on('console', (message) => found.push(`${path}: ${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => found.push(`${path}: ${error.message}`));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(root) && !url.startsWith('data:')) found.push(`${path}: asked for ${url}`);
  });
  for (path of paths) {
    const address = root + path.split('/').map(encodeURIComponent).join('/');
    await page.goto(address, { waitUntil: 'load' });
    for (const html of await page.evaluate(intruders)) found.push(`${path}: ${html}`);
  }
  await context.close();
  return found;
}

it('every seed has a page', async () => {
  const pages = (await filesOf(site)).filter((path) => /^sources\/.+\/index\.html$/.test(path));
  // Each has an address by its name and one by its bytes.
  expect(pages).toHaveLength(2 * SEEDS);
});

it('pages on a host run nothing and ask for nothing elsewhere', { timeout: LONG }, async () => {
  expect(await complaintsOf(host.url, await somePages(site))).toEqual([]);
});

it('pages on disk run nothing and ask for nothing elsewhere', { timeout: LONG }, async () => {
  const folder = await extractBundle(disk, site);
  expect(await complaintsOf(addressOf(folder), await somePages(folder))).toEqual([]);
});

it(
  'XML, JSON, CSV, BibTeX and RIS files are read by other programs',
  { timeout: LONG },
  async () => {
    const files = await filesOf(site);
    const broken: string[] = [];
    for (const extension of extensionsRead) {
      const found = some(files, extension);
      expect([extension, found.length]).not.toEqual([extension, 0]);
      for (const path of found) {
        try {
          recordsIn(extension, await readFile(join(site, path), 'utf8'));
        } catch (error) {
          broken.push(`${path}: ${String(error).slice(0, 300)}`);
        }
      }
    }
    expect(broken).toEqual([]);
  },
);
