import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePermalinkLedger } from '../../src/loaders/index.ts';
import {
  type Correction,
  type Edition,
  type PermalinkLedger,
  siteSchema,
  type Survey,
} from '../../src/model/index.ts';
import {
  buildSurvey,
  editionOf,
  permalinkLedgerText,
  releaseLedger,
} from '../../src/pipeline/index.ts';
import { flowOf, readDecisions, sourceTeller } from '../../src/screening/index.ts';
import { citeFiles } from '../../src/view/departed.ts';
import { correction, emptyLedger } from '../pipeline/make.ts';

const TITLES = ['Walks at noon', 'Runs at night', 'Stairs of stone', 'Moss on roofs', 'Dew'];
const bib = (titles: readonly string[]) =>
  titles
    .map(
      (title) =>
        `@article{k, title = {${title}}, author = {Lee, Ann}, journal = {Acta}, year = 2020, doi = {10.1000/${TITLES.indexOf(title) + 1}}}\n`,
    )
    .join('');
const HEAD = 'paper,stage,decision,reason,reviewer\n';

/** What stands in the content folder of a survey beside its seeds. */
interface Content {
  permalinks: PermalinkLedger;
  editions: Edition[];
}
const nothing: Content = { permalinks: emptyLedger, editions: [] };

function build(
  table: string | undefined,
  { permalinks, editions }: Content = nothing,
  seed = bib(TITLES),
  corrections: Correction[] = [],
): Survey {
  const decisions =
    table === undefined ? undefined : readDecisions(HEAD + table, 'decisions.csv').decisions;
  return buildSurvey({
    site: siteSchema.parse({}),
    seeds: [{ path: 'a.bib', bytes: new TextEncoder().encode(seed) }],
    themes: [],
    corrections,
    ...(decisions && { decisions }),
    permalinks,
    editions,
    copies: editions.map(({ edition }) => edition),
  });
}

/** The content after a release, as it is read from the disk again. */
const release = (survey: Survey, edition: string): Content => ({
  permalinks: parsePermalinkLedger(permalinkLedgerText(releaseLedger(survey, edition)), 'p.json'),
  editions: [...survey.editions, editionOf(survey, edition)],
});

/** Every box of a flow, by the titles of its papers. */
function boxesOf({ screening, records, site }: Survey) {
  if (screening === undefined) throw new Error('a flow was expected');
  const { databases } = flowOf(
    screening,
    (record) => records.get(record)?.seed ?? '',
    sourceTeller(site, (seed) => seed),
  );
  const titles = (papers: readonly { title: string }[]) => papers.map(({ title }) => title).sort();
  const reasons = (groups: (typeof databases)['excluded']) =>
    groups.map(({ reason, papers }) => [reason, titles(papers)] as const);
  return {
    identified: databases.identified.length,
    unscreened: titles(databases.unscreened),
    screened: titles(databases.screened),
    excluded: reasons(databases.excluded),
    sought: titles(databases.sought),
    notRetrieved: titles(databases.notRetrieved),
    unassessed: titles(databases.unassessed),
    assessed: titles(databases.assessed),
    excludedFullText: reasons(databases.excludedFullText),
    included: titles(databases.included),
  };
}

const codesOf = ({ messages }: Survey) => messages.map(({ code }) => code);
const messageOf = ({ messages }: Survey, code: string) =>
  messages.find((message) => message.code === code)?.text;
const fateOf = ({ departed }: Survey, permalink: string) =>
  departed.find((each) => each.permalink === permalink)?.fate;
const entryOf = ({ permalinks }: Content, permalink: string) =>
  permalinks.permalinks.find((each) => each.permalink === permalink);

/** A survey with all papers released as 2026-01, and with a table as 2026-02. */
const releasedWith = (table: string): Content =>
  release(build(table, release(build(undefined), '2026-01')), '2026-02');

const first = 'doi-10.1000-1';

describe('a release and decisions in screening', { tags: 'permalinks-stay' }, () => {
  const excluded = '10.1000/1,title-abstract,exclude,wrong hour,Ann\n';

  it('writes down what decisions left out, with a mark that says so', () => {
    expect(entryOf(releasedWith(excluded), first)?.fate).toEqual({
      status: 'withdrawn',
      on: '2026-02',
      reason: 'wrong hour',
      by: 'screening',
    });
  });

  it('is said on the page of the paper to be a decision, and no withdrawal', () => {
    for (const survey of [
      build(excluded, release(build(undefined), '2026-01')),
      build(excluded, releasedWith(excluded)),
    ])
      for (const { text } of citeFiles(survey)) {
        expect(text).toContain('left out of the survey in screening');
        expect(text).toContain('Wrong hour.');
      }
  });

  it('says nothing more of what stays left out, and writes the same again', () => {
    const content = releasedWith(excluded);
    const again = build(excluded, content);
    expect(codesOf(again)).not.toContain('permalink-withdrawn');
    expect(releaseLedger(again, '2026-03').permalinks).toEqual(content.permalinks.permalinks);
  });

  it.each([
    ['included', '10.1000/1,full-text,include,,Ann\n'],
    ['undecided, as its row is gone', ''],
    ['waiting for its full text', '10.1000/1,title-abstract,include,,Ann\n'],
    ['contested', `${excluded}10.1000/1,title-abstract,include,,Bo\n`],
  ])('brings a paper back that is %s now, under its address', (_, table) => {
    const content = releasedWith(excluded);
    const back = build(table, content);
    expect(back.works.map(({ permalink }) => permalink)).toContain(first);
    expect(fateOf(back, first)).toBeUndefined();
    expect(messageOf(back, 'permalink-returns')).toContain('was left out in screening');
    expect(boxesOf(back)).toEqual(boxesOf(build(table)));
    const later = release(back, '2026-03');
    expect(entryOf(later, first)?.fate).toEqual({ status: 'current' });
    expect(later.editions.at(-1)?.works.map(({ permalink }) => permalink)).toContain(first);
  });

  it.each([
    [
      'at the other stage',
      '10.1000/1,title-abstract,include,,Ann\n10.1000/1,full-text,exclude,wrong hour,Ann\n',
      'wrong hour',
    ],
    ['for another reason', '10.1000/1,title-abstract,exclude,wrong place,Ann\n', 'wrong place'],
    [
      'as it could not be had',
      '10.1000/1,title-abstract,include,,Ann\n10.1000/1,full-text,not-retrieved,no copy,Ann\n',
      'no copy',
    ],
  ])('counts a paper that is left out %s now, and its page says so', (_, table, reason) => {
    const now = build(table, releasedWith(excluded));
    expect(boxesOf(now)).toEqual(boxesOf(build(table)));
    expect(fateOf(now, first)).toEqual({
      status: 'withdrawn',
      on: '2026-02',
      reason,
      by: 'screening',
    });
  });

  it('leaves out what was included before, once decisions do', () => {
    const content = releasedWith('10.1000/1,full-text,include,,Ann\n');
    const now = build(excluded, content);
    expect(boxesOf(now)).toEqual(boxesOf(build(excluded)));
    expect(fateOf(now, first)).toMatchObject({ reason: 'wrong hour' });
    expect(codesOf(now)).toContain('permalink-withdrawn');
  });

  it('has all papers of the seeds again without a table, and says that it is missing', () => {
    const now = build(undefined, releasedWith(excluded));
    expect(now.works).toHaveLength(TITLES.length);
    expect(messageOf(now, 'decisions-missing')).toContain('left out 1 released paper;');
    expect(codesOf(build(excluded, releasedWith(excluded)))).not.toContain('decisions-missing');
  });

  it('keeps the page of a paper that neither a seed nor a decision speaks of any more', () => {
    const content = releasedWith(excluded);
    for (const table of [undefined, '']) {
      const now = build(table, content, bib(TITLES.slice(1)));
      expect(codesOf(now)).not.toContain('permalink-lost');
      expect(fateOf(now, first)).toMatchObject({ on: '2026-02', reason: 'wrong hour' });
    }
  });

  it('goes by what all decisions come to on a paper that no seed has any more', () => {
    const content = release(build(undefined), '2026-01');
    const settled = `${excluded}10.1000/1,full-text,not-retrieved,no copy,consensus\n10.1000/1,title-abstract,include,,consensus\n`;
    const now = build(settled, content, bib(TITLES.slice(1)));
    expect(fateOf(now, first)).toMatchObject({ reason: 'no copy' });
  });

  it('leaves a paper out that people withdrew by hand, whatever decisions say', () => {
    const content = release(build(undefined), '2026-01');
    const fate = { status: 'withdrawn', on: '2026-01-20', reason: 'Retracted.' } as const;
    const permalinks = {
      ...content.permalinks,
      permalinks: content.permalinks.permalinks.map((entry) =>
        entry.permalink === first ? { ...entry, fate } : entry,
      ),
    };
    for (const version of [4, 5] as const) {
      const by = { ...content, permalinks: { ...permalinks, version } };
      const table = '10.1000/1,full-text,include,,Ann\n';
      const later = release(build(table, by), '2026-02');
      expect(fateOf(build(table, later), first)).toEqual(fate);
    }
  });

  it('leaves a paper out that a correction excluded at an earlier release', () => {
    const exclude = correction({ exclude: { doi: '10.1000/1' }, reason: 'Out of scope.' });
    const content = release(build(undefined), '2026-01');
    const later = release(build('', content, bib(TITLES), [exclude]), '2026-02');
    expect(fateOf(build('10.1000/1,,include,,Ann\n', later), first)).toEqual({
      status: 'withdrawn',
      on: '2026-02',
      reason: 'Out of scope.',
    });
  });
});

describe('a ledger of version 4, which has no marks', { tags: 'permalinks-stay' }, () => {
  const excluded = '10.1000/1,title-abstract,exclude,wrong hour,Ann\n';
  /** As programs wrote it before there were marks. */
  const withoutMarks = (content: Content): Content => {
    const text = permalinkLedgerText(content.permalinks)
      .replace('"version": 5', '"version": 4')
      .replace(/,\s*"by": "screening"/g, '');
    expect(text).not.toContain('screening');
    return { ...content, permalinks: parsePermalinkLedger(text, 'p.json') };
  };

  it('lets decisions count on what an edition withdrew, and has marks after the next release', () => {
    const before = withoutMarks(releasedWith(excluded));
    const table = '10.1000/1,full-text,include,,Ann\n';
    const back = build(table, before);
    expect(boxesOf(back)).toEqual(boxesOf(build(table)));
    expect(codesOf(back)).toContain('permalink-returns');
    const still = release(build(excluded, before), '2026-03');
    expect(still.permalinks.version).toBe(5);
    expect(entryOf(still, first)?.fate).toMatchObject({ on: '2026-02', by: 'screening' });
  });

  it('keeps its withdrawals where no decision speaks of the paper', () => {
    const before = withoutMarks(releasedWith(excluded));
    for (const table of [undefined, '', '10.1000/2,full-text,include,,Ann\n'])
      expect(fateOf(build(table, before), first)).toEqual({
        status: 'withdrawn',
        on: '2026-02',
        reason: 'wrong hour',
      });
  });
});

describe('the boxes of a flow after releases', { tags: 'permalinks-stay' }, () => {
  const row = fc
    .record({
      place: fc.nat({ max: TITLES.length - 1 }),
      stage: fc.constantFrom('', 'title-abstract', 'full-text'),
      verdict: fc.constantFrom('include', 'exclude', 'maybe', 'not-retrieved'),
      reason: fc.constantFrom('', 'wrong hour', 'wrong place'),
      reviewer: fc.constantFrom('Ann', 'Bo', 'consensus'),
    })
    .map(
      ({ place, stage, verdict, reason, reviewer }) =>
        `10.1000/${place + 1},${stage},${verdict},${reason},${reviewer}\n`,
    );
  const table = fc.array(row, { maxLength: 8 }).map((rows) => rows.join(''));

  it('are those of the decisions of now, whatever was decided at the releases before', () => {
    fc.assert(
      fc.property(fc.array(table, { minLength: 2, maxLength: 4 }), (tables) => {
        let content = nothing;
        for (const [index, each] of tables.entries()) {
          const survey = build(each, content);
          expect(boxesOf(survey)).toEqual(boxesOf(build(each)));
          expect(survey.messages.filter(({ severity }) => severity === 'error')).toEqual([]);
          const there = new Set([
            ...survey.works.map(({ permalink }) => permalink),
            ...survey.departed.map(({ permalink }) => permalink),
          ]);
          for (const { permalink } of content.permalinks.permalinks)
            expect(there).toContain(permalink);
          content = release(survey, `2026-0${index + 1}`);
        }
      }),
      { numRuns: 40 },
    );
  });
});
