export { arxivAuthors } from './arxiv-authors.ts';
export { ARXIV_CATEGORY, ARXIV_FORMATS, ARXIV_ID, isArxivFurniture } from './arxiv-marks.ts';
export { SHORT_DATE, pageDate } from './dates.ts';
export { type Found, byPlace, fieldOf, furniture, isLocalPath, oncePerText } from './fields.ts';
export { divideNames, quotedItems } from './name-list.ts';
export { isCodeAddress, isPaperAddress } from './paper-links.ts';
export { isAuthorsLine, nameStart } from './printed-names.ts';
export { statedArxiv, statedFields } from './stated-arxiv.ts';
