import type { Fields, FromCorrection, Identifier, TextValue } from '../model/index.ts';

/** What one correction says, ready to be laid over a record. */
export interface Decision {
  /** `corrections/hugging-face.yaml:12` */
  id: string;
  from: FromCorrection;
  fields: Partial<Fields>;
  identifiers: Identifier[];
  otherTitles: TextValue[];
}
