import type { Fields, FromCorrection, Identifier, TextValue } from '../model/index.ts';
import { compareText } from './order.ts';

/** What one correction says, ready to be laid over a record. */
export interface Decision {
  /** `corrections/hugging-face.yaml:12` */
  id: string;
  from: FromCorrection;
  /** The permalink it names its paper by, if it does. */
  permalink: string | undefined;
  /** True when it counts before corrections that do not override. */
  overrides: boolean;
  fields: Partial<Fields>;
  identifiers: Identifier[];
  otherTitles: TextValue[];
}

/** The order in which decisions count: those that override first, then by file and line. */
export function compareDecisions(a: Decision, b: Decision): number {
  return (
    Number(b.overrides) - Number(a.overrides) ||
    compareText(a.from.file, b.from.file) ||
    a.from.line - b.from.line
  );
}
