export { editionOf, editionText, releasedEditions, unreleasedChanges } from './edition.ts';
