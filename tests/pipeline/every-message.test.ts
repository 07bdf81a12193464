// @module-tag says-where
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  type Decision,
  type MessageCode,
  messageCatalogue,
  type PermalinkEntry,
  siteSchema,
  type SurveyInput,
  themeSchema,
  type Verdict,
} from '../../src/model/index.ts';
import { buildSurvey } from '../../src/pipeline/index.ts';
import { abstractOf, correction, emptyLedger, evidence } from './make.ts';

const tests = join(import.meta.dirname, '..');
const bytes = (text: string) => new TextEncoder().encode(text);
const seed = (text: string | Uint8Array, path = 'a.bib') => ({
  path,
  bytes: typeof text === 'string' ? bytes(text) : text,
});
const seeds = (...texts: (string | Uint8Array)[]): Partial<SurveyInput> => ({
  seeds: texts.map((text, index) => seed(text, `${index}.bib`)),
});
const bib = (fields: string) => `@article{a, author = {Lee, Ann}, ${fields}}\n`;
const paper = (title: string, more = '') =>
  `@article{k, title = {${title}}, author = {Lee, Ann}, year = 2020${more}}\n`;
const arxiv = (value: string) => `, eprint = {${value}}, archiveprefix = {arXiv}`;
const doi = (value: string) => `, doi = {${value}}`;
const walks = paper('Walks at noon', arxiv('2001.00001'));
const runs = paper('Runs at night', arxiv('2001.00002'));

const decision = (title: string, verdict: Verdict): Decision => ({
  names: [{ by: 'title', value: title }],
  stage: 'title-abstract',
  verdict,
  more: {},
  file: 'decisions.csv',
  line: 2,
});

const theme = (rules: object, body = '', slug = 'walks') => ({
  slug,
  file: `themes/${slug}.mdx`,
  frontMatter: themeSchema.parse({
    label: 'Walks',
    tagline: 'On foot.',
    scopeNote: 'Walks.',
    rules,
  }),
  body,
  bodyLine: 8,
});
const released = (
  permalink: string,
  title: string,
  value: string,
  fate: PermalinkEntry['fate'] = { status: 'current' },
): PermalinkEntry => ({
  permalink,
  since: '2026-01',
  title,
  identifiers: [{ scheme: 'arxiv', value }],
  fate,
});
const ledger = (...permalinks: PermalinkEntry[]): Partial<SurveyInput> => ({
  permalinks: { version: 3, permalinks },
});
const withdrawn = {
  status: 'withdrawn',
  on: '2026-02',
  reason: 'Read from the wrong page.',
} as const;
const merged = {
  status: 'merged',
  into: 'arxiv-2001.00002',
  on: '2026-02',
  reason: 'One.',
} as const;
const noon = { title: 'Walks at noon' };
const night = { title: 'Runs at night' };
const fact = (set: object, match: object = noon) =>
  correction({ match, set, reason: 'Seen.', evidence });

/** A survey of which each message is said. */
const provoked: Partial<Record<MessageCode, Partial<SurveyInput>>> = {
  'not-utf-8': seeds(new Uint8Array([...bytes(walks), 0xe9])),
  'unfit-characters': seeds(paper('Walks\u0000')),
  'encoded-twice': seeds(paper('Walks in MÃ¼nchen and KÃ¶ln')),
  'cut-character': seeds(new Uint8Array([...bytes('Ivy é '), 0xe2, 0x82])),
  'seed-is-no-file': { unread: [{ path: 'a', is: 'a pipe' }] },
  'seed-name-private': {
    seeds: [{ path: 'withheld.bib', bytes: bytes(walks), hasPrivateName: true }],
  },
  'seed-is-no-text': seeds('%PDF-1.7 a'),
  'seed-too-large': { ...seeds(walks), site: siteSchema.parse({ limits: { bytes: 9 } }) },
  'too-many-records': {
    ...seeds(walks + runs),
    site: siteSchema.parse({ limits: { records: 1 } }),
  },
  'nested-too-deep': {
    ...seeds('@misc{a, title = {On walks}, note = {((x))}}'),
    site: siteSchema.parse({ limits: { nesting: 1 } }),
  },
  'too-many-characters': {
    ...seeds(walks),
    site: siteSchema.parse({ limits: { characters: 1 } }),
  },
  'macros-too-long': seeds(
    `${Array.from({ length: 30 }, (_, at) => (at === 0 ? '@string{m0 = "walks "}' : `@string{m${at} = m${at - 1} # m${at - 1}}`)).join('\n')}\n@misc{a, title = {On walks}, note = m29}`,
  ),
  'field-too-long': { ...seeds(walks), site: siteSchema.parse({ limits: { field_length: 8 } }) },
  'language-without-words': { site: siteSchema.parse({ language: 'pt-BR' }) },
  'empty-seed': seeds(' \n'),
  'layout-inferred': seeds(
    `[${['Walks at noon', 'Runs at night', 'Rests at dawn'].map((title) => JSON.stringify({ title, authors: ['Ann Lee', 'Bo Fox'], year: 2020 })).join()}]`,
  ),
  'unknown-format': seeds('Nothing of the kind stands here, and nobody knows it.'),
  'more-records-than-claimed': seeds(
    readFileSync(
      join(tests, 'readers/scholarfeed-author/badges-of-many-kinds/seed.txt'),
      'utf8',
    ).replace('5 Papers', '1 Papers'),
  ),
  'broken-json': {
    seeds: [
      seed(
        '[{"type":"article-journal","title":"A","author":[{"family":"Lee"}],"issued":{"date-parts":[[2020]]} "x":1},{"type":"article-journal","title":"B","author":[{"family":"Lee"}]}]',
        'a.json',
      ),
    ],
  },
  'author-perhaps-two': seeds('@misc{a, author = {Ann Lee, Bo Fox}, title = {Walks}}'),
  'date-unreadable': seeds(bib('title = {Walks}, date = {soon}')),
  'identifier-unreadable': seeds(paper('Walks', doi('none'))),
  'identifier-conflict': seeds(
    paper('Walks', `${doi('10.1000/1')}, url = {https://doi.org/10.1000/2}`),
  ),
  'tex-lone-dollar': seeds(paper('Walks $x')),
  'tex-lone-delimiter': seeds(paper(String.raw`Walks \) x`)),
  'tex-unknown-command': seeds(paper(String.raw`Walks \zork`)),
  'math-unknown-command': seeds(paper(String.raw`Walks $\zork_1$`)),
  'math-not-set': seeds(paper(String.raw`Walks $\frac{1}{x$`, ', abstract = {Let $\\frac$ be.}')),
  'identifier-of-two-papers': seeds(
    paper('Walks at noon', arxiv('2001.00001') + doi('10.1000/1')),
    paper('Runs at night', arxiv('2001.00001') + doi('10.1000/2')),
  ),
  'correction-without-paper': { ...seeds(walks), corrections: [fact({ venue: 'W' }, night)] },
  'decision-without-paper': { ...seeds(walks), decisions: [decision('Runs at night', 'include')] },
  'decision-ambiguous': {
    ...seeds(
      paper('Walks at noon', doi('10.1000/1')),
      paper('Walks at noon', doi('10.1000/2')).replace('2020', '1990'),
    ),
    decisions: [decision('Walks at noon', 'include')],
  },
  'source-without-seed': {
    ...seeds(walks),
    site: siteSchema.parse({ screening: { sources: [{ seeds: ['list.bi'], name: 'Acta' }] } }),
  },
  'decisions-without-stage': {
    ...seeds(walks),
    decisions: ['Ann', 'Bo'].map((reviewer) => ({
      ...decision('Walks at noon', 'include'),
      stage: undefined,
      reviewer,
    })),
  },
  'decision-unread': {
    ...seeds(walks),
    unreadDecisions: [
      { line: 2, text: 'the stage “fulltxt” is unknown', hint: 'Write full-text.' },
    ],
  },
  'decisions-missing': {
    ...seeds(walks),
    ...ledger(
      released('arxiv-2001.00001', 'Walks at noon', '2001.00001', {
        ...withdrawn,
        by: 'screening',
      }),
    ),
  },
  'decision-names-differ': {
    ...seeds(walks, runs),
    decisions: [
      {
        ...decision('Walks at noon', 'include'),
        names: [
          { by: 'arxiv', value: '2001.00002' },
          { by: 'title', value: 'Walks at noon' },
        ],
      },
    ],
  },
  'decisions-contradict': {
    ...seeds(walks),
    decisions: [decision('Walks at noon', 'include'), decision('Walks at noon', 'exclude')],
  },
  'correction-ambiguous': {
    ...seeds(
      paper('Walks at noon', doi('10.1000/1')),
      paper('Walks at noon', doi('10.1000/2')).replace('2020', '1990'),
    ),
    corrections: [fact({ venue: 'W' })],
  },
  'correction-identifier-unreadable': { ...seeds(walks), corrections: [fact({ doi: 'none' })] },
  'corrections-disagree': {
    ...seeds(walks),
    corrections: [fact({ venue: 'W' }), { ...fact({ venue: 'V' }), line: 5 }],
  },
  'corrections-contradict': {
    ...seeds(walks + runs),
    corrections: [
      correction({ merge: [noon, night], reason: 'One.' }),
      correction({ keep_apart: [noon, night], reason: 'Two.' }, 4),
    ],
  },
  'merged-by-likeness': seeds(
    paper('Walks at noon', `, abstract = {${abstractOf(1)}}`),
    paper('Walks at noon', `, abstract = {${abstractOf(1)}}`),
  ),
  'permalinks-provisional': seeds(walks),
  'permalink-lost': ledger(released('arxiv-2001.00001', 'Walks at noon', '2001.00001')),
  'permalink-shared': {
    ...seeds(walks),
    ...ledger(
      released('arxiv-2001.00001', 'Walks at noon', '2001.00001'),
      released('walks', 'Walks at noon', '2001.00001'),
    ),
  },
  'permalink-torn': {
    ...seeds(paper('Two', arxiv('2201.00008')) + paper('Two, longer', arxiv('2301.00009'))),
    ...ledger({
      ...released('arxiv-2201.00008', 'Two', '2201.00008'),
      identifiers: [
        { scheme: 'arxiv', value: '2201.00008' },
        { scheme: 'arxiv', value: '2301.00009' },
      ],
    }),
  },
  'permalink-merged': {
    ...seeds(walks + runs),
    ...ledger(
      released('arxiv-2001.00001', 'Walks at noon', '2001.00001'),
      released('arxiv-2001.00002', 'Runs at night', '2001.00002'),
    ),
    corrections: [correction({ merge: [noon, night], reason: 'One.' })],
  },
  'permalink-returns': {
    ...seeds(walks + runs),
    ...ledger(
      released('arxiv-2001.00001', 'Walks at noon', '2001.00001', merged),
      released('arxiv-2001.00002', 'Runs at night', '2001.00002'),
    ),
  },
  'permalink-withdrawn': {
    ...seeds(walks),
    ...ledger(released('arxiv-2001.00001', 'Walks at noon', '2001.00001')),
    corrections: [correction({ exclude: noon, reason: 'No paper.' })],
  },
  'withdrawn-paper-in-seeds': {
    ...seeds(walks),
    ...ledger(released('arxiv-2001.00001', 'Walks at noon', '2001.00001', withdrawn)),
  },
  'theme-term-without-words': { ...seeds(walks), themes: [theme({ terms: ['…'] })] },
  'second-catch-all-theme': {
    ...seeds(walks),
    themes: [theme({ catchAll: true }, '', 'a'), theme({ catchAll: true }, '', 'b')],
  },
  'theme-pin-unknown': { ...seeds(walks), themes: [theme({ pins: ['arxiv-9901.00001'] })] },
  'theme-pin-contradicted': {
    ...seeds(walks),
    themes: [theme({ pins: ['arxiv-2001.00001'], unpins: ['arxiv-2001.00001'] })],
  },
  'paper-without-theme': { ...seeds(walks), themes: [theme({ terms: ['swims'] })] },
  'citation-without-paper': {
    ...seeds(walks),
    themes: [theme({}, '<Cite of="arxiv-9901.00001" />')],
  },
  'unreadable-prose': { ...seeds(walks), themes: [theme({}, '<Cite of={1 + 1} />')] },
  'citation-of-withdrawn': {
    ...seeds(runs),
    ...ledger(
      released('arxiv-2001.00001', 'Walks at noon', '2001.00001', withdrawn),
      released('arxiv-2001.00002', 'Runs at night', '2001.00002'),
    ),
    themes: [theme({}, 'Gone. <Cite of="arxiv-2001.00001" />')],
  },
};

/** What needs a history, a defect of the program or a service on the network, and the tests that have these. */
const elsewhere: Partial<Record<MessageCode, string>> = {
  'date-without-year': 'pipeline/reading/clean.test.ts',
  'seed-not-read': 'pipeline/reading/defects.test.ts',
  'record-not-read': 'pipeline/reading/defects.test.ts',
  'export-not-written': 'writers/guarded.test.ts',
  'paper-not-looked-up': 'pipeline/enrich/enrich.test.ts',
  'candidate-not-taken': 'pipeline/enrich/enrich.test.ts',
  'record-contradicts': 'pipeline/enrich/enrich.test.ts',
  'identifier-of-another-paper': 'cli/enrich/enrich.test.ts',
  'correction-left-out': 'cli/enrich/enrich.test.ts',
  'lookup-without-record': 'cli/enrich/enrich.test.ts',
  'foreign-ledger': 'pipeline/foreign.test.ts',
  'foreign-edition': 'pipeline/foreign.test.ts',
  'foreign-corrections': 'pipeline/foreign.test.ts',
  'address-lost': 'pipeline/addresses.test.ts',
  'address-left': 'pipeline/addresses.test.ts',
  'address-unknown': 'pipeline/addresses.test.ts',
  'link-without-page': 'pipeline/themes/gather.test.ts',
  'private-in-prose': 'pipeline/themes/gather.test.ts',
  'page-part-not-made': 'components/report-missing.test.ts',
};

function codesOf(input: Partial<SurveyInput>): string[] {
  const survey = buildSurvey({
    site: siteSchema.parse({}),
    seeds: [],
    themes: [],
    corrections: [],
    permalinks: emptyLedger,
    ...input,
  });
  return survey.messages.map(({ code }) => code);
}

/** What the cases of readers are held to say. */
const ofReaders = new Set(
  globSync('readers/*/*/messages.txt', { cwd: tests }).flatMap((path) =>
    (
      readFileSync(join(tests, path), 'utf8').match(/(?<=(?:error|warning|note) )[a-z-]+$/gm) ?? []
    ).map(String),
  ),
);

describe('a survey is told', () => {
  it.each(Object.entries(provoked))('%s', (code, input) => {
    expect(codesOf(input)).toContain(code);
  });
});

it('no message is without a test that provokes it', () => {
  const untested = Object.keys(messageCatalogue).filter((code) => {
    const file = Object.entries(elsewhere).find(([each]) => each === code)?.[1];
    return (
      !ofReaders.has(code) &&
      !(code in provoked) &&
      (file === undefined || !readFileSync(join(tests, file), 'utf8').includes(code))
    );
  });
  expect(untested).toEqual([]);
});
