import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SmallSurvey, smallSurvey } from './small-survey.ts';

const BIB = `@article{lee24, title={Hedges in the Rain}, author={Lee, Ann}, doi={10.1000/182}, year={2024}, journal={Walks}, abstract={We walked. It rained.}}
@article{li23, title={On Gates}, author={Li, Bo}, year={2023}}
`;
const LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle r="4"/></svg>';

async function pagesOf(site: string): Promise<Map<string, string>> {
  const paths = (await readdir(site, { recursive: true })).filter((path) => path.endsWith('.html'));
  return new Map(
    await Promise.all(
      paths.map(async (path) => [path, await readFile(join(site, path), 'utf8')] as const),
    ),
  );
}

describe('a survey without a site.yaml', () => {
  let survey: SmallSurvey;
  let site: string;
  let pages: Map<string, string>;
  beforeAll(async () => {
    survey = await smallSurvey();
    await survey.write('seeds/library.bib', BIB);
    site = await survey.build();
    pages = await pagesOf(site);
  });
  afterAll(() => survey.dispose());

  it('has a title of its own at the head of its pages', () => {
    for (const [path, html] of pages) {
      if (!html.includes('<header class="mast">')) continue;
      expect(html, path).toContain('<span>A literature survey</span>');
    }
  });

  it('names the program at the foot of its pages and among the licences, and nowhere else', async () => {
    const marks =
      /Made with Florilegium|download\/florilegium\.zip|florilegium(?:Cited|Lines|Exporter|File)/g;
    const texts = [...pages];
    for (const name of ['manifest.webmanifest', 'llms.txt', 'data/works.bib']) {
      texts.push([name, await readFile(join(site, name), 'utf8')]);
    }
    const named = texts.filter(([, text]) => /florilegium/i.test(text.replaceAll(marks, '')));
    expect(named.map(([path]) => path)).toEqual(['licences/index.html']);
    const feed = await readFile(join(site, 'feed.xml'), 'utf8');
    expect(feed.match(/florilegium/gi)).toEqual(['Florilegium']);
    const zip = unzipSync(await readFile(join(site, 'download/florilegium.zip')));
    const readme = new TextDecoder().decode(zip['a-literature-survey/README.txt']);
    expect(readme).toMatch(/^A literature survey\n=+\n/);
    expect(readme).not.toMatch(/florilegium/i);
  });

  it('shows no image that belongs to another survey', () => {
    expect(pages.get('index.html')).not.toContain('og:image');
  });
});

describe('a survey with looks of its own', () => {
  let survey: SmallSurvey;
  let site: string;
  let pages: Map<string, string>;
  beforeAll(async () => {
    survey = await smallSurvey();
    await survey.write('seeds/library.bib', BIB);
    await survey.write('content/looks/logo.svg', LOGO);
    await survey.write('content/looks/paper.svg', LOGO.replace('4', '2'));
    await survey.write('content/card.png', 'an image');
    await survey.write(
      'content/style.css',
      ':root { --accent: #900 }\nbody { background: url("looks/paper.svg") }\n',
    );
    await survey.write(
      'content/site.yaml',
      'title: All that is known of walking\nshort_title: Walks\nlogo: looks/logo.svg\ncard: card.png\nmade_with: false\n',
    );
    site = await survey.build();
    pages = await pagesOf(site);
  });
  afterAll(() => survey.dispose());

  it('shows its logo and short title at the head, and as the icon', async () => {
    const html = pages.get('index.html') ?? '';
    const [, logo = ''] =
      /<img src="(assets\/own-[^"]+\.svg)" alt=""><span>Walks<\/span>/.exec(html) ?? [];
    expect(await readFile(join(site, logo), 'utf8')).toBe(LOGO);
    expect(html).toContain(`<link rel="icon" href="${logo}">`);
    expect(html).toContain('/card.png"');
    expect(await readFile(join(site, 'card.png'), 'utf8')).toBe('an image');
  });

  it('loads its style sheet after the program’s, from a host and from disk', async () => {
    const zip = unzipSync(await readFile(join(site, 'download/florilegium.zip')));
    const decoded = new TextDecoder().decode(zip['walks/index.html']);
    for (const html of [pages.get('index.html') ?? '', decoded]) {
      const sheets = Array.from(
        html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g),
        ([, each]) => each,
      );
      expect(sheets.at(-1)).toMatch(/^assets\/own-.+\.css$/);
      const css = await readFile(join(site, sheets.at(-1) ?? ''), 'utf8');
      expect(css).toContain('#900');
      const [, image = ''] = /url\("?\.\/([^)"]+)"?\)/.exec(css) ?? [];
      expect(zip[`walks/assets/${image}`]?.length).toBeGreaterThan(0);
    }
  });

  it('does not name the program where that is switched off', () => {
    const named = [...pages].filter(([, html]) => html.includes('Florilegium'));
    expect(named.map(([path]) => path)).toEqual([]);
  });
});
