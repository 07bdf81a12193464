import { describe, expect, it } from 'vitest';
import { citations } from '../../src/pipeline/themes/citations.ts';

describe('citations', () => {
  it('are in order of first mention, each with its sentences', () => {
    const body = [
      'import Figure from "x";',
      '',
      '## Hedges <Cite of="b-1" />',
      '',
      'Hedges grow. **HedgeNet** <Cite of="a-1" /> cuts [them](https://example.org), as',
      'others do (<Cite of="b-1 c-1" />). No word here.',
      '',
      '- Later, <Cite of="a-1">HedgeNet</Cite> returns.',
    ].join('\n');
    expect(citations(body)).toEqual([
      { permalink: 'b-1', sentences: ['Hedges', 'HedgeNet cuts them, as others do.'] },
      {
        permalink: 'a-1',
        sentences: ['HedgeNet cuts them, as others do.', 'Later, HedgeNet returns.'],
      },
      { permalink: 'c-1', sentences: ['HedgeNet cuts them, as others do.'] },
    ]);
  });

  it('are not those in code, and none where there is no text', () => {
    expect(citations('```\n<Cite of="a" />\n```\n')).toEqual([]);
    expect(citations('')).toEqual([]);
  });

  it('keep formulas as LaTeX', () => {
    const body = '$Q^{2}$net waters $x_{ij}$ gardens {/* why */}<Cite of="a" />.';
    expect(citations(body)).toEqual([
      { permalink: 'a', sentences: ['$Q^{2}$net waters $x_{ij}$ gardens.'] },
    ]);
  });

  it('name a sentence once for a paper it cites twice', () => {
    expect(citations('One <Cite of="a" /> and two <Cite of="a" />.')).toEqual([
      { permalink: 'a', sentences: ['One and two.'] },
    ]);
  });
});
