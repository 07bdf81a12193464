export { type Amendment, type Weight, compareAmendments } from './amendment.ts';
export { type Named, assignPermalinks } from './assign.ts';
export { citationKeys } from './citation-key.ts';
export { latinLetters, otherKeys } from './other-keys.ts';
export { keysOfEntry, keysOfTarget } from './paper-keys.ts';
export { safeSegment } from './permalink.ts';
export {
  type Profile,
  agree,
  agreeUnderOneTitle,
  haveOneAbstract,
  profileOf,
  setsAgree,
  withAmendments,
} from './profile.ts';
export { placeInPrint, sayOtherwise, sayTheSame } from './place.ts';
export { lineToWrite, nameApart, writing } from './lines-to-write.ts';
export type { Ruling, SplitRuling } from './recognise.ts';
export { entryInOrder, releasePermalinks } from './release.ts';
export {
  type FindKey,
  type Findable,
  type FindTarget,
  describeTarget,
  indexTargets,
  isReleased,
  nameTarget,
} from './target.ts';
export type { Unnamed } from './unnamed.ts';
