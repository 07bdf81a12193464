// @module-tag goes-on
// @module-tag says-where
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ContentError, readSurveyInput } from '../../src/loaders/index.ts';
import { buildSurvey, formatMessage } from '../../src/pipeline/index.ts';
import { hostileText } from './hostile-text.ts';
import { LONGER } from './laws.ts';

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'florilegium-'));
});
afterAll(() => rm(root, { recursive: true }));

const FILES: Readonly<Record<string, string>> = {
  'site.yaml':
    'title: Walks\nurl: https://example.org/walks/\nlanguage: en\nedition: 2026-11\nlimits: { bytes: 1000 }\ncurator: { name: Ann, url: mailto:ann@example.org }\n',
  'themes/trees.mdx':
    '---\nlabel: Trees\ntagline: Of trees.\nscopeNote: What grows.\nrules:\n  terms: [tree, { any: [leaf] }]\n---\n\nTrees, says <Cite of="doi-10-1-a" />, *grow* by $x^2$ {1 + 1} <b>each</b>.\n',
  'corrections/a.yaml':
    '- match: { title: A walk }\n  set: { doi: 10.1000/182, authors: [Ann Lee] }\n  reason: It is so.\n  evidence: [https://example.org/]\n- exclude: { title: A run }\n  reason: no paper\n',
  'decisions.csv':
    'paper,stage,decision,reason,reviewer\nA walk,full text,exclude,"late, long",Ann\n10.1000/182,,include,,\n',
  'permalinks.json':
    '{"version":2,"permalinks":[{"permalink":"doi-10-1-a","title":"A walk","identifiers":["doi:10.1/a"],"fate":{"status":"current"}}]}',
  'editions/2026-11.json': '{"edition":"2026-11","works":[]}',
};

const change = fc.record({
  file: fc.constantFrom(...Object.keys(FILES)),
  where: fc.double({ min: 0, max: 1, noNaN: true }),
  instead: fc.integer({ min: 0, max: 12 }),
  text: hostileText,
});

it('content files with anything in them are read, or named with what is wrong', async () => {
  const read = fc.asyncProperty(
    fc.array(change, { minLength: 1, maxLength: 3 }),
    async (changes) => {
      const files = { ...FILES };
      for (const { file, where, instead, text } of changes) {
        const before = files[file] ?? '';
        const at = Math.floor(where * before.length);
        files[file] = before.slice(0, at) + text + before.slice(at + instead);
      }
      const content = join(root, 'content');
      for (const [file, text] of Object.entries(files)) {
        await mkdir(dirname(join(content, file)), { recursive: true });
        await writeFile(join(content, file), text);
      }
      try {
        const input = await readSurveyInput({ seeds: join(root, 'seeds'), content });
        buildSurvey(input).messages.map(formatMessage);
      } catch (error) {
        if (!(error instanceof ContentError)) throw error;
        expect(error.problems.length).toBeGreaterThan(0);
        for (const { file, text } of error.problems)
          expect(`${file}: ${text}`).toMatch(/^content\/.+: ./s);
      }
    },
  );
  await fc.assert(read, { numRuns: 150 * LONGER });
});
