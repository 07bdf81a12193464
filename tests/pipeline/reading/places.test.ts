import { describe, expect, it } from 'vitest';
import { readPlace } from '../../../src/pipeline/reading/places.ts';
import { source } from '../make.ts';

describe('what stands where a container is expected', () => {
  it.each([
    'Under review',
    'under review.',
    'Currently under review at HEDGE 2024',
    'Under review as a conference paper at HEDGE 2024',
    'Preprint. Under review.',
    'arXiv preprint, under review',
    'Submitted',
    'Submitted (2024)',
    'Submitted to Annals of Hedges',
    'Manuscript submitted for publication',
    'Resubmitted to Annals of Hedges',
    'in preparation',
    'Manuscript in preparation, 2024',
    'Work in progress',
    'In press',
    'To appear',
  ])('“%s” is a state and no container', (printed) => {
    expect(readPlace(printed)).toEqual({ state: printed });
    const { fields, remarks } = source({ title: 'x', venue: printed });
    expect(fields.venue).toBeUndefined();
    expect(fields.status?.value).toBe(printed);
    expect(remarks).toEqual([]);
  });

  it.each([
    ['to appear in Annals of Hedges', 'to appear', 'Annals of Hedges'],
    ['To Appear in: Annals of Hedges', 'to appear', 'Annals of Hedges'],
    ['To appear: HEDGE 2024', 'to appear', 'HEDGE 2024'],
    ['To appear in the Proceedings of HEDGE', 'to appear', 'Proceedings of HEDGE'],
    ['Forthcoming in The Hedge', 'forthcoming', 'The Hedge'],
    ['Accepted for publication in Moss', 'accepted for publication', 'Moss'],
    ['Accepted at HEDGE 2024', 'accepted', 'HEDGE 2024'],
    ['in press, Moss', 'in press', 'Moss'],
  ])('“%s” is %s in %s', (printed, state, container) => {
    const { fields } = source({ title: 'x', venue: printed });
    expect([fields.status?.value, fields.venue?.value]).toEqual([state, container]);
  });

  it.each([
    'Annals of Hedges',
    'Review of Hedges',
    'In Practice',
    'Preprints.org',
    'Preprint',
    'Work, Employment and Hedges',
    'Paper Science',
    'Submitted Works on Moss',
    'Accepted Practice',
    'Press Review',
    'Forthcoming Hedges',
    'HEDGE 2024 (to appear)',
  ])('“%s” is a container and no state', (printed) => {
    expect(readPlace(printed)).toEqual({ container: printed });
  });

  it('counts less than what its source calls the state, and is kept beside it', () => {
    const { fields, remarks } = source({ title: 'x', venue: 'Under review', status: 'in press' });
    expect(fields.status?.value).toBe('in press');
    expect(remarks.map(({ value }) => value)).toEqual([{ name: 'venue', value: 'Under review' }]);
  });
});
