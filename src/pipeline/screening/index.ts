export { screeningHints } from './hints.ts';
export { keysOfName, layOnDecisions } from './lay-on.ts';
export { withScreeningMarked } from './mark.ts';
export { contradiction, decisionOf, withdrawalDecision } from './rulings.ts';
