import type { Lines, Span } from './span.ts';

/** Read from a seed at exactly these bytes. */
export interface FromSeed {
  kind: 'seed';
  /** File name inside the seeds folder: `002_7d149e4e9464cf00.txt`. */
  seed: string;
  /** `key` of the source record. */
  record: string;
  span: Span;
  lines: Lines;
}

/** Decided in `content/corrections/`, by a person or from a record that was looked up. */
export interface FromCorrection {
  kind: 'correction';
  /** `corrections/hugging-face.yaml` */
  file: string;
  line: number;
  reason: string;
  evidence: readonly string[];
  /** True when `florilegium enrich` found it in the record that is the evidence. */
  lookedUp?: true;
}

/** Worked out by a rule from something that was read. Always shown as inferred. */
export interface Inferred {
  kind: 'inferred';
  /** One phrase a reader understands: `first clause of the abstract that names the method`. */
  rule: string;
  /** What it was worked out from, where that is one place. */
  basis?: FromSeed;
}

export type Provenance = FromSeed | FromCorrection | Inferred;

/** A value and where we know it from. */
export interface Sourced<T> {
  value: T;
  from: Provenance;
}
