import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ownLooks } from '../../src/assets/own-looks.ts';
import { readSurveyInput } from '../../src/loaders/index.ts';
import { siteSchema } from '../../src/model/index.ts';

const site = siteSchema.parse({});

let content: string;
beforeEach(async () => {
  content = await mkdtemp(join(tmpdir(), 'florilegium-'));
});
afterEach(() => rm(content, { recursive: true }));

const style = (text: string) => writeFile(join(content, 'style.css'), text);

describe('the looks of a survey', () => {
  it('are none where the content folder has none', async () => {
    expect(await ownLooks(site, content)).toEqual({ files: new Map() });
  });

  it('have one name as long as their bytes are the same', async () => {
    await style(':root { --accent: #900 }');
    const { ownStyle } = await ownLooks(site, content);
    expect((await ownLooks(site, content)).ownStyle).toBe(ownStyle);
    await style(':root { --accent: #090 }');
    expect((await ownLooks(site, content)).ownStyle).not.toBe(ownStyle);
  });

  it.each([
    [
      'a { background: url(https://cdn.example/a.png) }',
      'content/style.css:1: https://cdn.example/a.png is on another site',
    ],
    [
      '\n@import "//cdn.example/all.css";',
      'content/style.css:2: //cdn.example/all.css is on another site',
    ],
    ['\na { background: url("none.png") }', 'content/style.css:2: Could not resolve "none.png"'],
  ])('are refused with their line where they cannot be used: %s', async (text, said) => {
    await style(text);
    await expect(ownLooks(site, content)).rejects.toThrow(said);
  });

  it.each(['logo', 'wordmark', 'card'])('must have the %s that site.yaml names', async (name) => {
    await writeFile(join(content, 'site.yaml'), `title: Walks\n${name}: none.png\n`);
    await expect(readSurveyInput({ seeds: content, content })).rejects.toThrow(
      `content/site.yaml:2: "${name}": there is no content/none.png`,
    );
  });
});
