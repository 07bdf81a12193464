import type { Citable, RichText } from '../../model/index.ts';
import { escapeHtml, type Marks, toMarked, wholesome } from '../../text/index.ts';
import type { CitableWriter } from '../writer.ts';
import { endNoteFields, endNoteTypeOf } from './endnote-fields.ts';

/** An element of a record, with the sign of the field in it or with the elements in it. */
type Shape = readonly [name: string, holds: string | readonly Shape[]];

/** The elements of a record in EndNote's own order; an element stands once for each value of its field. */
const SHAPE: readonly Shape[] = [
  [
    'contributors',
    [
      ['authors', [['author', '%A']]],
      ['secondary-authors', [['author', '%E']]],
      ['subsidiary-authors', [['author', '%?']]],
    ],
  ],
  [
    'titles',
    [
      ['title', '%T'],
      ['secondary-title', '%J'],
      ['secondary-title', '%B'],
      ['tertiary-title', '%S'],
      ['alt-title', '%O'],
    ],
  ],
  ['periodical', [['full-title', '%J']]],
  ['pages', '%P'],
  ['volume', '%V'],
  ['number', '%N'],
  ['section', '%&'],
  ['edition', '%7'],
  ['keywords', [['keyword', '%K']]],
  [
    'dates',
    [
      ['year', '%D'],
      ['pub-dates', [['date', '%8']]],
    ],
  ],
  ['pub-location', '%C'],
  ['publisher', '%I'],
  ['isbn', '%@'],
  ['accession-num', '%M'],
  ['label', '%F'],
  ['abstract', '%X'],
  ['notes', '%Z'],
  ['work-type', '%9'],
  ['urls', [['related-urls', [['url', '%U']]]]],
  ['custom1', '%1'],
  ['custom7', '%]'],
  ['electronic-resource-num', '%R'],
  ['language', '%G'],
];

/** EndNote's XML, which EndNote, Zotero, Mendeley and Citavi import, and which says more exactly than ENW where a value ends. */
export const endNoteXml: CitableWriter = {
  format: 'endnote-xml',
  label: 'EndNote XML',
  extension: 'endnote.xml',
  mediaType: 'application/xml',
  holds: 'For EndNote, Citavi and Mendeley: the same as XML.',
  write: (works) =>
    `<?xml version="1.0" encoding="UTF-8"?>\n<xml><records>\n${works.map(record).join('')}</records></xml>\n`,
};

function record(work: Citable, index: number): string {
  const values = new Map<string, string[]>();
  for (const [tag, value] of endNoteFields(work)) {
    if (!value) continue;
    const known = values.get(tag);
    const content = tag === '%T' ? styled(work.title.value.rich) : inXml(value);
    if (known === undefined) values.set(tag, [content]);
    else known.push(content);
  }
  const [name, number] = endNoteTypeOf(work);
  const head = `<rec-number>${index + 1}</rec-number><ref-type name="${name}">${number}</ref-type>`;
  return `<record>${head}${elements(SHAPE, values)}</record>\n`;
}

function elements(
  shapes: readonly Shape[],
  values: ReadonlyMap<string, readonly string[]>,
): string {
  return shapes
    .flatMap(([name, holds]) => {
      const contents =
        typeof holds === 'string'
          ? (values.get(holds) ?? [])
          : [elements(holds, values)].filter((inner) => inner !== '');
      return contents.map((content) => `<${name}>${content}</${name}>`);
    })
    .join('');
}

/** The faces of EndNote by the marks of text; it has none for small capitals. */
const FACES = {
  emphasis: 'italic',
  strong: 'bold',
  superscript: 'superscript',
  subscript: 'subscript',
} as const;

const MARKS: Marks = Object.fromEntries(
  Object.entries(FACES).map(([mark, face]) => [mark, [`<${face}>`, `</${face}>`]]),
);

/** `<italic>`, `</italic>` */
const FACE = /<(\/?)(italic|bold|superscript|subscript)>/;

/** A text as EndNote has it: in one element for each stretch of a face where it has more than one, and bare otherwise. */
function styled(rich: RichText): string {
  const [first = '', ...rest] = toMarked(rich, MARKS, inText).split(FACE);
  if (rest.length === 0) return first;
  const faces: string[] = [];
  const stretch = (text: string) =>
    text &&
    `<style face="${faces.join(' ') || 'normal'}" font="default" size="100%">${text}</style>`;
  let xml = stretch(first);
  for (let at = 0; at < rest.length; at += 3) {
    const [end, face = '', text = ''] = rest.slice(at);
    if (end) faces.pop();
    else faces.push(face);
    xml += stretch(text);
  }
  return xml;
}

const inText = (text: string) => escapeHtml(wholesome(text));

const inXml = (value: string) => inText(value.replace(/\s+/g, ' ').trim());
