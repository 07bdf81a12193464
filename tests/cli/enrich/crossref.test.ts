import { describe, expect, it } from 'vitest';
import { crossrefFormat } from '../../../src/cli/enrich/crossref.ts';
import { envelope } from './services.ts';

const format = crossrefFormat('https://api.crossref.org/works', undefined);
const recordOf = (work: object) =>
  format.records({ status: 200, text: envelope('work', { DOI: '10.1145/1.2', ...work }) })[0];

describe('a work of Crossref', () => {
  it.each([
    [[[2025, 8, 3]], '2025-08-03'],
    [[[2025, 8]], '2025-08'],
    [[[2025]], '2025'],
    [[[null]], undefined],
    [[], undefined],
  ])('is dated %j: %s', (parts, date) => {
    expect(recordOf({ issued: { 'date-parts': parts } })?.date).toBe(date);
  });

  it('has names that a correction reads back with the same family name', () => {
    const author = [
      { given: 'Ludwig', family: 'van Beethoven', sequence: 'first' },
      { given: 'Gabriel', family: 'García Márquez', suffix: 'Jr.' },
      { name: 'OpenAI', sequence: 'additional' },
      { family: 'Plato' },
      { sequence: 'additional' },
    ];
    expect(recordOf({ author })?.authors).toEqual([
      'Ludwig van Beethoven',
      'García Márquez, Gabriel, Jr.',
      'OpenAI',
      'Plato',
    ]);
  });

  it('has its subtitle, and no tags of formulas', () => {
    const title = ['Sums of <mml:math><mml:mi>n</mml:mi></mml:math>\n terms'];
    expect(recordOf({ title, subtitle: ['A <i>short</i> study'] })).toMatchObject({
      title: 'Sums of n terms: A <i>short</i> study',
      shortTitle: 'Sums of n terms',
    });
    expect(recordOf({ title: [], subtitle: [] })).not.toHaveProperty('title');
  });

  it('names the preprint it was on arXiv', () => {
    const relation = {
      'has-preprint': [
        { 'id-type': 'doi', id: '10.48550/arXiv.2501.00001', 'asserted-by': 'subject' },
      ],
      'is-supplemented-by': [{ 'id-type': 'uri', id: 'https://example.org/' }],
    };
    expect(recordOf({ relation })?.identifiers).toEqual([
      { scheme: 'arxiv', value: '2501.00001' },
      { scheme: 'doi', value: '10.1145/1.2' },
    ]);
  });

  it('of an unexpected shape is left out of a list, and the others stay', () => {
    const items = [
      { DOI: '10.1/a', title: 'no list' },
      { DOI: '10.1145/1.2', title: ['Walks'] },
    ];
    const text = envelope('work-list', { 'total-results': 2, items });
    expect(format.records({ status: 200, text })).toMatchObject([{ title: 'Walks' }]);
  });
});

describe('a reply', () => {
  it.each([
    [404, 'Resource not found.', true],
    [200, envelope('work-list', { 'total-results': 0, items: [] }), true],
    [200, envelope('work', { DOI: '10.1145/1.2' }).slice(0, -9), false],
    [200, '<html><body>busy</body></html>', false],
    [200, '{"status":"failed","message-type":"validation-failure","message":[]}', false],
  ])('with status %i and %j can be used: %s', (status, text, isUsable) => {
    expect(format.isUsable({ status, text })).toBe(isUsable);
  });
});
