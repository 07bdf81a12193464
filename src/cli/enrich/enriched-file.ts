import { type Document, isMap, isNode, isSeq, parseDocument, YAMLSeq } from 'yaml';
import type { CorrectionOfFact } from '../../pipeline/index.ts';

/** The file in `content/corrections/` that belongs to `florilegium enrich`. */
export const enrichedName = 'enriched.yaml';

const head = `# Written by "florilegium enrich" from records of arXiv, Crossref, DataCite and OpenAlex.
# What seeds and other corrections say counts before these; set a value there to overrule one here.
`;

/** Comments at the top, up to a blank line: they are of the file, not of its first correction. */
const HEAD = /^(?:#.*\r?\n)+(?=\r?\n)/;

/**
 * The text of the file with more corrections, in order of evidence. Those that stand in it stay as they are, comments
 * included; equal corrections give equal text, whether they come at once or one by one.
 *
 * @param before the text of now, which is a list of corrections; empty when there is no file
 */
export function withCorrections(before: string, added: readonly CorrectionOfFact[]): string {
  if (added.length === 0) return before;
  const [top = before.trim() === '' ? head : ''] = HEAD.exec(before) ?? [];
  const document: Document = parseDocument(before.slice(before.startsWith(top) ? top.length : 0));
  const contents = isSeq(document.contents) ? document.contents : new YAMLSeq();
  document.contents = contents;
  contents.flow = false;
  for (const correction of added) contents.add(document.createNode(correction));
  contents.items = contents.items
    .map((item) => ({ item, key: orderOf(item) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ item }) => item);
  contents.items.forEach((item, index) => {
    if (isNode(item)) item.spaceBefore = index > 0;
  });
  const list = document.toString({ lineWidth: 100, singleQuote: true });
  return top === '' ? list : `${top}\n${list}`;
}

/** Evidence, then paper, then values: what two corrections are put in order by. */
function orderOf(item: unknown): string {
  if (!isMap(item)) return '';
  const { evidence, match, set } = item.toJSON();
  return JSON.stringify([evidence, match, set]);
}
