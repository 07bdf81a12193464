export { readDecisions } from './decisions.ts';
export { type FlowColumn, flowOf, type FlowReason } from './flow.ts';
export { isLeftOut, outcomeOf } from './outcome.ts';
export { sourceTeller } from './sources.ts';
