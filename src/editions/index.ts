export { packEdition } from './archive.ts';
export { ARCHIVE, openEdition } from './open.ts';
