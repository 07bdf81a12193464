import type { Thresholds } from './repair.ts';

/** Chosen on held-out abstracts for precision. */
export const thresholds: Thresholds = { sure: 0.15, hard: 0.45, soft: 0.55, alone: 0.95 };
