import type { MathOrigin } from '../../model/index.ts';

/** A formula that was put back into a text. */
export interface RepairSpan {
  /** UTF-16 offsets in the repaired text, delimiters included. */
  start: number;
  end: number;
  latex: string;
  origin: MathOrigin;
  /** 0 to 1. */
  confidence: number;
}
