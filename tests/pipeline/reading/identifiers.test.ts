// @module-tag nothing-invented
import { describe, expect, it } from 'vitest';
import { arxivId, doi } from '../../../src/pipeline/reading/identifiers.ts';
import { located, page, source } from '../make.ts';

describe('arXiv identifiers', () => {
  it.each([
    ['2507.17249', '2507.17249'],
    ['arXiv:2507.17249v3', '2507.17249'],
    ['https://arxiv.org/pdf/0704.0001v2.pdf', '0704.0001'],
    ['cond-mat/9701067', 'cond-mat/9701067'],
    ['math.GT/0309136v1', 'math/0309136'],
    ['arXiv:hep-th/9901001', 'hep-th/9901001'],
  ])('reads %s as %s', (printed, expected) => {
    expect(arxivId(printed)).toBe(expected);
  });

  it.each(['2513.00001', '12345.67890', '2507.172', 'page 2507', 'and/or 2020'])(
    'sees none in %s',
    (printed) => {
      expect(arxivId(printed)).toBeUndefined();
    },
  );
});

describe('DOIs', () => {
  it.each([
    ['10.1145/3711896.3737079', '10.1145/3711896.3737079'],
    ['https://doi.org/10.1000/ABC', '10.1000/abc'],
    ['doi: 10.1000/abc.', '10.1000/abc'],
    ['(10.1000/abc)', '10.1000/abc'],
    ['10.1000/a(b)', '10.1000/a(b)'],
    ['https://doi.org/10.1000/a%28b%29', '10.1000/a(b)'],
    [
      '10.1175/1520-0469(1998)055<0001:TROC>2.0.CO;2',
      '10.1175/1520-0469(1998)055<0001:troc>2.0.co;2',
    ],
    [
      'https://doi.org/10.1002/(SICI)1097-4571(199806)49:8%3C693::AID-ASI4%3E3.0.CO;2-O.',
      '10.1002/(sici)1097-4571(199806)49:8<693::aid-asi4>3.0.co;2-o',
    ],
    ['<a href="#">10.1000/abc</a>', '10.1000/abc'],
    ['<https://doi.org/10.1000/abc>', '10.1000/abc'],
    ['10.1000/abc<br>', '10.1000/abc'],
  ])('reads %s as %s', (printed, expected) => {
    expect(doi(printed)).toBe(expected);
  });
});

describe('the identifiers of a record', () => {
  const identifiers = (said: Parameters<typeof source>[0]) =>
    source(said).identifiers.map(({ value }) => `${value.scheme}:${value.value}`);

  it('come from fields and addresses', () => {
    expect(identifiers({ url: 'https://openreview.net/forum?id=AbC_d-12&x=1' })).toEqual([
      'openreview:AbC_d-12',
    ]);
    expect(identifiers({ url: 'https://aclanthology.org/2023.acl-long.123.pdf' })).toEqual([
      'acl:2023.acl-long.123',
    ]);
    expect(identifiers({ url: 'https://aclanthology.org/P19-1234/' })).toEqual(['acl:P19-1234']);
    expect(identifiers({ url: 'https://pubmed.ncbi.nlm.nih.gov/123456/' })).toEqual([
      'pmid:123456',
    ]);
    expect(identifiers({ url: 'https://huggingface.co/papers/2507.17249' })).toEqual([
      'arxiv:2507.17249',
    ]);
    expect(identifiers({ url: 'https://example.org/a' })).toEqual(['url:https://example.org/a']);
  });

  it('stand in the order of their schemes, each once', () => {
    expect(
      identifiers({
        doi: '10.1145/1',
        url: 'https://arxiv.org/abs/2507.17249',
        arxiv: 'arXiv:2507.17249v1',
      }),
    ).toEqual(['arxiv:2507.17249', 'doi:10.1145/1']);
  });

  it('hold an arXiv identifier for an arXiv DOI', () => {
    expect(identifiers({ doi: '10.48550/arXiv.2507.17249' })).toEqual(['arxiv:2507.17249']);
  });

  it('never come from prose', () => {
    expect(
      identifiers({ title: 'A', abstract: 'See arXiv:2507.17249.', comment: 'doi 10.1000/abc' }),
    ).toEqual([]);
  });

  it('hold one of a scheme; the other is kept as a remark and reported', () => {
    const { records, codes } = page([
      located({ url: 'https://arxiv.org/abs/2501.00001', arxiv: '2502.00002' }),
    ]);
    expect(records[0]?.identifiers.map(({ value }) => value.value)).toEqual(['2502.00002']);
    expect(records[0]?.remarks.map(({ value }) => value.name)).toEqual(['url']);
    expect(codes).toEqual(['identifier-conflict']);
  });

  it('are none where the value is none, which is kept and reported', () => {
    const { records, codes } = page([located({ arxiv: 'forthcoming' })]);
    expect(records[0]?.identifiers).toEqual([]);
    expect(records[0]?.remarks.map(({ value }) => value.value)).toEqual(['forthcoming']);
    expect(codes).toEqual(['identifier-unreadable']);
  });
});
