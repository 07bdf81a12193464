import type { SplitCosts } from './commands.ts';
import type { Weights } from './crf.ts';
import type { Vocabulary } from './classes.ts';
import type { Trees } from './trees.ts';

/** What training gives. */
export interface Model extends Reading {
  /** Weights of the tagger. */
  weights: Weights;
  /** Weights of the first judge, of what speaks for and against a candidate. */
  verdict: Weights;
  /** The second judge. */
  trees: Trees;
}

/** How runs of letters are read. */
export interface Reading {
  vocabulary: Vocabulary;
  costs: SplitCosts;
  /** Readings of whole runs that the costs would get wrong: `dx` as `d` and `x`. */
  runs: ReadonlyMap<string, string>;
}
