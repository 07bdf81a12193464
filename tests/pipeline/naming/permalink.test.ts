// @module-tag permalinks-stay
import { describe, expect, it } from 'vitest';
import type { PermalinkEntry, PermalinkLedger, Survey, Work } from '../../../src/model/index.ts';
import { permalinkSchema, siteSchema } from '../../../src/model/index.ts';
import { assemble } from '../../../src/pipeline/merging/assemble.ts';
import { assignPermalinks, type Unnamed } from '../../../src/pipeline/naming/index.ts';
import { buildSurvey } from '../../../src/pipeline/survey.ts';
import {
  correction,
  decided,
  emptyLedger,
  type Said,
  source,
  released as releasedLedger,
} from '../make.ts';

function unnamed(said: Said): Unnamed {
  return assemble(decided([source(said)]), { stripsMath: () => false, place: () => 0 }).work;
}

function assign(said: readonly Said[], entries: readonly PermalinkEntry[] = []) {
  const { named, messages } = assignPermalinks(said.map(unnamed), {
    version: 1,
    permalinks: [...entries],
  });
  return {
    permalinks: named.map((name) => name?.permalink),
    released: named.map((name) => name?.released),
    codes: messages.filter(({ severity }) => severity !== 'note').map(({ code }) => code),
  };
}

const entry = (permalink: string, more: Partial<PermalinkEntry> = {}): PermalinkEntry => ({
  permalink,
  since: '2026-01',
  title: 'Some title',
  identifiers: [],
  fate: { status: 'current' },
  ...more,
});

describe('a provisional permalink', () => {
  it('never takes the address of a list that stands beside the papers', () => {
    expect(assign([{ title: 'Page' }, { title: 'With code' }]).permalinks).toEqual([
      'paper-page',
      'paper-with-code',
    ]);
  });

  it.each<[Said, string]>([
    [{ arxiv: '2507.17249', doi: '10.1000/1' }, 'arxiv-2507.17249'],
    [{ arxiv: 'cond-mat/9701067' }, 'arxiv-cond-mat-9701067'],
    [{ doi: '10.1145/3711896.3737079' }, 'doi-10.1145-3711896.3737079'],
    [
      { doi: '10.1002/(SICI)1097-4571(1999)50:1<1::AID-1>3.0' },
      'doi-10.1002-sici-1097-4571-1999-50-1-1-aid-1-3.0',
    ],
    [{ title: 'Räume & $R^{4}$ec!', date: 'May 2, 2024' }, 'raume-r4ec-2024'],
    [{ title: 'A title' }, 'a-title'],
  ])('of %j is %s', (said, expected) => {
    expect(assign([said]).permalinks).toEqual([expected]);
    expect(permalinkSchema.safeParse(expected).success).toBe(true);
  });

  it('is short and cut between words', () => {
    const [permalink = ''] = assign([{ title: 'word '.repeat(40), date: '2024' }]).permalinks;
    expect(permalink).toMatch(/^(?:word-)+2024$/);
    expect(permalink.length).toBeLessThan(72);
  });

  it('exists for a title without Latin letters', () => {
    const [permalink] = assign([{ title: '数学' }]).permalinks;
    expect(permalink).toMatch(/^paper-[0-9a-f]{8}$/);
  });

  it('is unique, and the same for any order', () => {
    const one: Said = { title: 'Notes', abstract: 'First.' };
    const two: Said = { title: 'Notes', abstract: 'Second.' };
    const [a, b] = assign([one, two]).permalinks;
    expect(a).not.toBe(b);
    expect(assign([two, one]).permalinks).toEqual([b, a]);
  });

  it('is never one the ledger holds for another work', () => {
    const held = entry('notes', { title: 'Older notes' });
    expect(assign([{ title: 'Notes' }], [held]).permalinks).not.toContain('notes');
  });
});

describe('a released permalink', () => {
  it('stays when an identifier becomes known', () => {
    const made = assign(
      [{ title: 'Some Title!', arxiv: '2507.17249' }],
      [entry('some-title-2025')],
    );
    expect(made).toEqual({ permalinks: ['some-title-2025'], released: [true], codes: [] });
  });

  it('stays when the title changes and an identifier does not', () => {
    const held = entry('old-name', { identifiers: [{ scheme: 'arxiv', value: '2507.17249' }] });
    expect(assign([{ title: 'New title', arxiv: '2507.17249' }], [held]).permalinks).toEqual([
      'old-name',
    ]);
  });

  it('stays when a title takes the place of an inferred one', () => {
    const abstract = 'We propose HedgeNet, a framework for hedges.';
    const held = entry('hedgenet', { title: 'HedgeNet: a framework for hedges' });
    expect(assign([{ title: 'Real title', abstract }], [held])).toMatchObject({
      permalinks: ['hedgenet'],
      codes: [],
    });
  });

  it('is not given to a work whose identifier says it is another', () => {
    const held = entry('kept', { identifiers: [{ scheme: 'arxiv', value: '2501.00001' }] });
    const made = assign([{ title: 'Some title', arxiv: '2502.00002' }], [held]);
    expect(made).toEqual({
      permalinks: ['arxiv-2502.00002'],
      released: [false],
      codes: ['permalink-lost'],
    });
  });

  it('without a work is an error', () => {
    expect(assign([], [entry('gone')]).codes).toEqual(['permalink-lost']);
  });

  it('of a paper that a correction excludes is a warning', () => {
    const held = entry('gone', { identifiers: [{ scheme: 'arxiv', value: '2501.00001' }] });
    const ledger: PermalinkLedger = { version: 1, permalinks: [held] };
    const exclusion = {
      correction: correction({ exclude: { arxiv: '2501.00001' }, reason: 'No paper.' }),
      keys: new Set(['arxiv:2501.00001']),
    };
    const { messages, departed } = assignPermalinks([], ledger, {
      merges: [],
      matches: [],
      exclusions: [exclusion],
      splits: [],
    });
    expect(messages.map(({ code, severity }) => [code, severity])).toEqual([
      ['permalink-withdrawn', 'warning'],
    ]);
    expect(departed.map(({ fate }) => fate)).toEqual([
      { status: 'withdrawn', reason: 'No paper.' },
    ]);
  });

  it('beside another one of the same work is an error', () => {
    const held = [
      entry('one', { identifiers: [{ scheme: 'arxiv', value: '2501.00001' }] }),
      entry('two', { identifiers: [{ scheme: 'doi', value: '10.1000/1' }] }),
    ];
    expect(assign([{ arxiv: '2501.00001', doi: '10.1000/1' }], held).codes).toEqual([
      'permalink-shared',
    ]);
  });
});

describe('a release', () => {
  const survey = (works: Partial<Work>[]): Survey => ({
    ...buildSurvey({
      site: siteSchema.parse({}),
      seeds: [],
      themes: [],
      corrections: [],
      permalinks: emptyLedger,
    }),
    works: works as Work[],
  });
  const released = (said: Said, permalink: string) => ({ ...unnamed(said), permalink });

  it('adds what is new, keeps what was there, and notes identifiers learnt since', () => {
    const before: PermalinkLedger = {
      version: 1,
      permalinks: [entry('some-title'), entry('gone')],
    };
    const works = [
      released({ title: 'Some title', arxiv: '2501.00001' }, 'some-title'),
      released({ title: 'A new one' }, 'a-new-one'),
    ];
    expect(releasedLedger(survey(works), before, '2026-11').permalinks).toEqual([
      entry('a-new-one', { since: '2026-11', title: 'A new one' }),
      entry('gone'),
      entry('some-title', {
        identifiers: [{ scheme: 'arxiv', value: '2501.00001' }],
        record: { issued: '2025-01' },
      }),
    ]);
  });

  it('changes nothing the second time', () => {
    const works = [released({ title: 'A', arxiv: '2501.00001' }, 'a')];
    const once = releasedLedger(survey(works), emptyLedger, '2026-11');
    expect(releasedLedger(survey(works), once, '2026-12')).toEqual(once);
  });
});
