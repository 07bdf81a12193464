export { citationKeys } from './citation-key.ts';
export { namesOfTarget } from './identity.ts';
export { type Ruling, permalinkLedgerFile } from './ledger.ts';
export {
  type Named,
  assignPermalinks,
  permalinkLedgerText,
  releasePermalinks,
  safeSegment,
} from './permalink.ts';
export {
  type Profile,
  agree,
  agreeUnderOneTitle,
  haveOneAbstract,
  profileOf,
  withAmendments,
} from './profile.ts';
export { type FindTarget, describeTarget, indexTargets, isReleased, nameTarget } from './target.ts';
export type { Unnamed } from './unnamed.ts';

export { type Amendment, type Weight, compareAmendments } from './amendment.ts';
