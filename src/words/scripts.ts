/**
 * Everything the scripts of the site say. A bundle has the words of one language: `src/assets/` puts the file of the
 * survey's language in the place of the English one named here.
 */
export {
  exporting as exportWords,
  reading as readingWords,
  scripts as scriptWords,
  searching as searchWords,
} from './en.ts';
