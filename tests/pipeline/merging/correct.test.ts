// @module-tag nothing-lost
import { describe, expect, it } from 'vitest';
import type { Correction, SourceRecord } from '../../../src/model/index.ts';
import { correct } from '../../../src/pipeline/merging/correct.ts';
import { abstractOf, correction, emptyLedger, evidence, source } from '../make.ts';

const reason = 'looked up';

function run(records: SourceRecord[], corrections: Correction[]) {
  const { records: decided, messages } = correct(records, corrections, emptyLedger);
  return {
    identifiers: decided.map(({ identifiers }) => identifiers.map(({ value }) => value.value)),
    reached: decided.map(({ amendments }) => amendments.length),
    codes: messages.map(({ code, severity }) => `${severity} ${code}`),
  };
}

describe('a correction', () => {
  it('finds its paper by a title that differs in case, accents, punctuation and TeX', () => {
    const record = source({ title: 'R⁴ec: Räume & Wörter' });
    const set = correction({
      match: { title: '$R^{4}$EC — raume \\& worter' },
      set: { arxiv: '2501.00001' },
      reason,
      evidence,
    });
    expect(run([record], [set]).identifiers).toEqual([['2501.00001']]);
  });

  it('reaches every record of its paper, and only those of a seed it names', () => {
    const records = [
      source({ arxiv: '2501.00001' }, 'a.txt#1'),
      source({ arxiv: '2501.00001' }, 'b.txt#1'),
    ];
    const all = correction({
      match: { arxiv: '2501.00001v2' },
      set: { title: 'T' },
      reason,
      evidence,
    });
    const one = correction({
      match: { arxiv: '2501.00001', seed: 'b.txt' },
      set: { title: 'T' },
      reason,
      evidence,
    });
    expect(run(records, [all]).reached).toEqual([1, 1]);
    expect(run(records, [one]).reached).toEqual([0, 1]);
  });

  it('may name its paper by what another correction says of it, wherever it is written', () => {
    const record = source({ title: 'A paper' });
    const second = correction(
      { match: { arxiv: '2501.00001' }, set: { venue: 'V' }, reason, evidence },
      1,
    );
    const first = correction(
      { match: { title: 'A paper' }, set: { arxiv: '2501.00001' }, reason, evidence },
      2,
    );
    expect(run([record], [second, first])).toMatchObject({ reached: [2], codes: [] });
  });

  it('may say who translated a paper, its chapter, its length, and the days of its event', () => {
    const set = correction({
      match: { title: 'A paper' },
      set: {
        translators: ['Ida Rush', 'Per Wold'],
        chapter: '4',
        page_count: '312',
        event_date: '2018-05-02/2018-05-04',
      },
      reason,
      evidence,
    });
    const { records, messages } = correct([source({ title: 'A paper' })], [set], emptyLedger);
    expect(messages).toEqual([]);
    expect(records[0]?.amendments[0]?.fields).toMatchObject({
      translators: { names: [{ literal: 'Ida Rush' }, { literal: 'Per Wold' }], more: false },
      chapterNumber: '4',
      numberOfPages: '312',
      eventDate: '2018-05-02/2018-05-04',
    });
  });

  it('replaces an identifier of the seed', () => {
    const set = correction({
      match: { arxiv: '2501.00001' },
      set: { arxiv: '2502.00002' },
      reason,
      evidence,
    });
    expect(run([source({ arxiv: '2501.00001' })], [set]).identifiers).toEqual([['2502.00002']]);
  });

  it('finds its paper by permalink', () => {
    const set = correction({
      match: { permalink: 'arxiv-2501.00001' },
      set: { venue: 'V' },
      reason,
      evidence,
    });
    expect(run([source({ arxiv: '2501.00001' })], [set]).reached).toEqual([1]);
  });

  it('is reported as a warning when it finds nothing', () => {
    const set = correction({
      match: { title: 'No such paper' },
      set: { venue: 'V' },
      reason,
      evidence,
    });
    expect(run([source({ title: 'A paper' })], [set]).codes).toEqual([
      'warning correction-without-paper',
    ]);
  });

  it('is an error and reaches nothing when it names two papers', () => {
    const records = [
      source({ title: 'Notes', abstract: abstractOf(1) }, 'a.txt#1'),
      source({ title: 'Notes', abstract: abstractOf(2) }, 'a.txt#2'),
    ];
    const set = correction({
      match: { title: 'Notes' },
      set: { arxiv: '2501.00001' },
      reason,
      evidence,
    });
    expect(run(records, [set])).toEqual({
      identifiers: [[], []],
      reached: [0, 0],
      codes: ['error correction-ambiguous'],
    });
  });

  it('that contradicts another one about an identifier is an error, and the first in the files counts', () => {
    const record = source({ title: 'A paper' });
    const corrections = [
      correction(
        { match: { title: 'A paper' }, set: { arxiv: '2502.00002' }, reason, evidence },
        9,
      ),
      correction(
        { match: { title: 'A paper' }, set: { arxiv: '2501.00001' }, reason, evidence },
        3,
      ),
    ];
    expect(run([record], corrections)).toMatchObject({
      identifiers: [['2501.00001']],
      codes: ['error corrections-disagree'],
    });
  });

  it('with an identifier that is none is an error', () => {
    const set = correction({
      match: { title: 'A paper' },
      set: { arxiv: 'soon' },
      reason,
      evidence,
    });
    expect(run([source({ title: 'A paper' })], [set]).codes).toEqual([
      'error correction-identifier-unreadable',
    ]);
  });
});
