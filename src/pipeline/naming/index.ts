export { citationKeys } from './citation-key.ts';
export { namesOfTarget } from './identity.ts';
export { type Ruling, ledgerFile } from './ledger.ts';
export {
  type Named,
  assignPermalinks,
  ledgerText,
  releasePermalinks,
  safeSegment,
} from './permalink.ts';
export {
  type Profile,
  agree,
  agreeUnderOneTitle,
  haveOneAbstract,
  profileOf,
  withDecisions,
} from './profile.ts';
export { type FindTarget, describeTarget, indexTargets, isReleased, nameTarget } from './target.ts';
export type { Unnamed } from './unnamed.ts';

export { type Decision, type Weight, compareDecisions } from './decision.ts';
