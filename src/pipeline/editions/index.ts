export { type Changes, compareEditions, editionOf, editionText, isEmpty } from './edition.ts';
