export { pageStretch } from './page-stretch.ts';
export { arxivAuthors } from './arxiv-authors.ts';
export { arxivField } from './arxiv-field.ts';
export { ARXIV_CATEGORY, ARXIV_FORMATS, ARXIV_ID, isArxivFurniture } from './arxiv-page.ts';
export {
  type ColumnField,
  type ColumnMeaning,
  accepts,
  columnFields,
  isEarly,
  isMeant,
  isoOf,
  isoOfParts,
  manyColumned,
  meaningOf,
} from './columns.ts';
export { documentTypes } from './document-types.ts';
export { doiStart } from './doi.ts';
export { type EndNoteValue, endNoteFields } from './endnote-fields.ts';
export { type ExtraNote, extraFields } from './extra-lines.ts';
export { Headings, headingName } from './headings.ts';
export { divideNames, gluedNames, quotedItems } from './name-list.ts';
export { SHORT_DATE, pageDate } from './page-date.ts';
export { isCodeAddress, isPaperAddress } from './paper-links.ts';
export { ENOUGH_SIGNS, TELLING, paperSigns } from './paper-signs.ts';
export { isAuthorsLine, nameStart } from './printed-names.ts';
export { type People, peopleFields, peopleIn } from './people.ts';
export { placeFields } from './place.ts';
export {
  type Reference,
  type ReferenceStyle,
  isTitle,
  listedReference,
  referenceIn,
} from './reference.ts';
export { addressField, fieldOf, statedValues } from './stated-values.ts';
export { statedArxiv, statedFields } from './stated-arxiv.ts';
export {
  ARXIV_CLASS,
  CITATION_KEY,
  pmidWithin,
  serialNumber,
  taggedAuthor,
} from './tagged-values.ts';
