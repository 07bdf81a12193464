export {
  compareEditions,
  editionOf,
  editionText,
  releasedEditions,
  unreleasedChanges,
} from './edition.ts';
