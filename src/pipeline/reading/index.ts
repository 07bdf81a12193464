export { categoryName } from './categories.ts';
export { textValue } from './clean.ts';
export { isoDate, readDate } from './dates.ts';
export { arxivMonth, compareIdentifiers, identifierKey, readIdentifier } from './identifiers.ts';
export { itemTypeOf, statedKind } from './item-type.ts';
export { inferTitle } from './infer-title.ts';
export {
  type Excerpt,
  type Likeness,
  areVersions,
  isNearIdentical,
  likeness,
  nearIdentical,
  overlap,
  sketch,
  titleKey,
} from './likeness.ts';
export { nameKey, readName } from './names.ts';
export { type SeedRecords, sourceRecords } from './source-records.ts';
export { isStripping } from './sites.ts';
export { readPlace } from './places.ts';
export { isPlaceOfPreprints, serverOf } from './preprint-servers.ts';
export { readText, textFields } from './text-fields.ts';
export { namedAs } from './private-names.ts';
