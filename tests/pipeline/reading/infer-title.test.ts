// @module-tag nothing-invented
import { describe, expect, it } from 'vitest';
import { textValue } from '../../../src/pipeline/reading/clean.ts';
import { inferTitle } from '../../../src/pipeline/reading/infer-title.ts';
import { toPlain } from '../../../src/text/index.ts';

function title(abstract: string): string | undefined {
  const inferred = inferTitle(textValue(abstract, [], { file: 'a.txt' }));
  return inferred === undefined ? undefined : toPlain(inferred.title.rich);
}

describe('a working title', () => {
  it.each([
    [
      'the name and its apposition, praise left out',
      'Gardens are hard. We propose HedgeNet, a novel and simple framework for pruning hedges, which works well.',
      'HedgeNet: a framework for pruning hedges',
    ],
    [
      'a name that is a formula, as a formula',
      'To this end, in this paper, we propose $Q^{2}$net, a planting, watering and weeding system that grows.',
      'Q²net: a planting, watering and weeding system',
    ],
    [
      'a name given after its description',
      'We present a soil analysis method called Deep Digging (DiG) for dry gardens.',
      'Deep Digging (DiG): a soil analysis method for dry gardens',
    ],
    [
      'the letters that shorten a description',
      'This research proposes a rapid hedge trimming (RHT) tool that cuts.',
      'RHT: a rapid hedge trimming tool',
    ],
    [
      'the task an abstract sets',
      'We introduce the task of Guessing Plants from Shadows (GPS) to help gardeners.',
      'Guessing Plants from Shadows (GPS)',
    ],
    [
      'the subject of a survey',
      'In this survey, we give a systematic overview of irrigation methods for dry gardens, including drips.',
      'Irrigation methods for dry gardens: a survey',
    ],
    [
      'what a named method does, where that is all that is said',
      'We introduce LeafLM, which reads leaves by their veins.',
      'LeafLM reads leaves by their veins',
    ],
    [
      'the clause that tells a framework from others',
      'We propose a unified framework that waters gardens at night.',
      'A unified framework that waters gardens at night',
    ],
    [
      'the description alone',
      'Hedges grow. We develop a new slow-growing hedge structure, which is green.',
      'A slow-growing hedge structure',
    ],
    [
      'the first clause',
      'Gardens in cities are small, and hedges are large.',
      'Gardens in cities are small',
    ],
  ])('is %s', (_what, abstract, expected) => {
    expect(title(abstract)).toBe(expected);
  });

  it('is no intention and no promise of code', () => {
    expect(
      title('Hedges grow in gardens. We propose to cut them. We provide our source code.'),
    ).toBe('Hedges grow in gardens');
  });

  it('prefers what is proposed to what was studied first', () => {
    expect(
      title(
        'We first study the growth of hedges in cities. Then we propose HedgeNet, a pruning method for them all.',
      ),
    ).toMatch(/^HedgeNet/);
  });

  it('is cut between words where a clause is too long', () => {
    const long = title(`Gardens ${'and hedges '.repeat(30)}grow.`);
    expect(long?.length).toBeLessThanOrEqual(110);
    expect(long).toMatch(/ hedges?…$| and…$/);
  });

  it('is none for an abstract without words', () => {
    expect(title(' ')).toBeUndefined();
  });
});
