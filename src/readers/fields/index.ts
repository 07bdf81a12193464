export { arxivAuthors } from './arxiv-authors.ts';
export { arxivField } from './arxiv-field.ts';
export { ARXIV_CATEGORY, ARXIV_FORMATS, ARXIV_ID, isArxivFurniture } from './arxiv-page.ts';
export { documentTypes } from './document-types.ts';
export { divideNames, gluedNames, quotedItems } from './name-list.ts';
export { SHORT_DATE, pageDate } from './page-date.ts';
export { isCodeAddress, isPaperAddress } from './paper-links.ts';
export { isAuthorsLine, nameStart } from './printed-names.ts';
export { statedArxiv, statedFields } from './stated-arxiv.ts';
