export { type Cell, type Row, readRow } from './delimited-rows.ts';
export { inside, itemsOf, moved, propertiesOf, readItems, treeOf, valuesOf } from './json-items.ts';
export { type LabelledPart, labelledParts } from './labelled-lines.ts';
export { type Line, linesBetween, linesOf } from './lines.ts';
export { type UnmarkedLine, withoutLinkMarks } from './link-marks.ts';
export { type Block, blocksOf, cellsOf } from './markdown-blocks.ts';
export { type MarkdownLink, type Run, runsOf } from './markdown-runs.ts';
export { type Data, type Value, dataOf, jsonIn, valueAt } from './values.ts';
export { endsSentence, hasSentenceBreak, isProse } from './prose.ts';
export { type Tagged, breaksOff, framedRecords, recordsAt, taggedFields } from './tagged-lines.ts';
export {
  type XmlElement,
  attribute,
  contentOf,
  localName,
  xmlElements,
  xmlText,
  xmlValue,
} from './xml-elements.ts';
export { type TopElement, outlineOf } from './xml-outline.ts';
export { xmlFurniture, xmlRecords } from './xml-records.ts';
