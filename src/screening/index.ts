export { chartOf, type FlowChart, methodsText, repeatedLists, rowsOf } from './chart.ts';
export { readDecisions, stageOf, verdictOf } from './decisions.ts';
export { type FlowColumn, flowOf, type FlowReason, repeatedSearches } from './flow.ts';
export { isLeftOut, outcomeOf } from './outcome.ts';
export { papersOf, screeningSets, writeSet } from './sets.ts';
export { sourceTeller } from './sources.ts';
export { flowSvg } from './svg.ts';
export { readResults } from './tools.ts';
export { type NamedDecision, withDecisions } from './write-decisions.ts';
