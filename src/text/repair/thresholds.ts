import type { Thresholds } from './repair.ts';

/**
 * Chosen on abstracts that nothing was learnt from: the best balance of precision and recall at which of a hundred
 * abstracts without formulas no more than three change.
 */
export const thresholds: Thresholds = { sure: 0.3, hard: 0.35, soft: 0.4, alone: 0.5 };
