import { describe, expect, it } from 'vitest';
import { citations } from '../../../src/pipeline/themes/citations.ts';

const cited = (mdx: string) => {
  const read = citations(mdx);
  expect(read.problems).toEqual([]);
  return read.citations;
};

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
    expect(cited(body)).toEqual([
      { permalink: 'b-1', sentences: ['Hedges', 'HedgeNet cuts them, as others do.'] },
      {
        permalink: 'a-1',
        sentences: ['HedgeNet cuts them, as others do.', 'Later, HedgeNet returns.'],
      },
      { permalink: 'c-1', sentences: ['HedgeNet cuts them, as others do.'] },
    ]);
  });

  it.each([
    ['there is no text', ''],
    ['they stand in a block of code', '```\n<Cite of="a" />\n```\n'],
    ['they stand in code between words', 'Write `<Cite of="a" />` to cite.'],
    ['they are commented out', 'Shears. {/* <Cite of="a" /> */}'],
  ])('are none where %s', (_, mdx) => {
    expect(cited(mdx)).toEqual([]);
  });

  it('keep formulas as LaTeX', () => {
    const body = '$Q^{2}$net waters $x_{ij}$ gardens {/* why */}<Cite of="a" />.';
    expect(cited(body)).toEqual([
      { permalink: 'a', sentences: ['$Q^{2}$net waters $x_{ij}$ gardens.'] },
    ]);
  });

  it('name a sentence once for a paper it cites twice', () => {
    expect(cited('One <Cite of="a" /> and two <Cite of="a" />.')).toEqual([
      { permalink: 'a', sentences: ['One and two.'] },
    ]);
  });

  it.each([
    ['in a cell of a table', '| a | b |\n| - | - |\n| one | Hedges<Cite of="a" /> |'],
    ['in a quotation', '> Hedges<Cite of="a" />'],
    ['inside another component', '<figure>\n  Hedges<Cite of="a" />\n</figure>'],
    ['with single quotes, over lines', "Hedges<Cite\n  of='a'\n/>"],
    ['after a word with a reference to a character', 'H&#101;dges<Cite of="a" />'],
  ])('are found %s', (_, mdx) => {
    expect(cited(mdx)).toEqual([{ permalink: 'a', sentences: ['Hedges'] }]);
  });
});

describe('the text of a theme is refused, with its line,', { tags: 'says-where' }, () => {
  it.each([
    ['when permalinks are an expression', '<Cite of={"a"} />', 'of={"a"}'],
    ['when permalinks are a template', 'Hedges<Cite of={`a`} />', 'of={`a`}'],
    ['when attributes are spread', 'Hedges<Cite {...{ of: "a" }} />', '{...{ of: "a" }}'],
    ['when a citation names nothing', 'Hedges<Cite />', '<Cite>'],
    ['when a citation names blanks', 'Hedges<Cite of=" " />', '<Cite of>'],
    ['when a citation says more', 'Hedges<Cite of="a" page="3" />', '<Cite of page>'],
    ['when an expression cites', 'Hedges{true && <Cite of="a" />}', 'inside code'],
    ['when an attribute cites', '<figure note={<Cite of="a" />} />', 'inside code'],
    ['when a declaration cites', 'export const C = () => <Cite of="a" />;', 'inside code'],
    ['when a tag is not closed', 'Hedges<Cite of="a">', 'not valid MDX'],
    ['when a brace is not closed', 'Hedges {a', 'not valid MDX'],
  ])('%s', (_, mdx, said) => {
    expect(citations(`Shears.\n\n${mdx}`).problems).toEqual([
      { line: 3, text: expect.stringContaining(said), hint: expect.stringMatching(/./) },
    ]);
  });
});

describe('prose that no page could be made from', { tags: 'says-where' }, () => {
  it.each([
    ['a component nobody imports', '<Figure />', '<Figure>'],
    ['a part of one', '<Figure.Caption>a</Figure.Caption>', '<Figure>'],
    ['braces of a formula without dollars', 'The space R^{n} is large.', '“n”'],
    ['a name nobody declares', 'We count {papers.length}.', '“papers”'],
    ['a link that runs code', 'See [this](javascript:alert(1)).', 'javascript:'],
    ['a tag that does', '<a href="data:text/html,x">this</a>', 'data:'],
  ])('%s is named with its line', (_, mdx, found) => {
    expect(citations(`Shears.\n\n${mdx}`).problems).toEqual([
      { line: 3, text: expect.stringContaining(found), hint: expect.stringMatching(/\.$/) },
    ]);
  });

  it.each([
    ['an import', 'import Figure from "x";\n\n<Figure size={2 + 2} />'],
    [
      'a declaration',
      'export const n = 3;\n\nThere are {n} of {[1, 2].map((each) => each * n).length}.',
    ],
    ['a comment', '{/* <Figure /> n */}'],
    [
      'HTML',
      '<b>Shears</b> <a href="mailto:ann@example.org">Ann</a> [b](../b/) [c](https://c.example/)',
    ],
    ['a formula', 'The space $R^{n}$ is large.'],
  ])('%s is none', (_, mdx) => {
    expect(citations(mdx).problems).toEqual([]);
  });
});
