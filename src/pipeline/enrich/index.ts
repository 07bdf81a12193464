export { type CorrectionOfFact, type EnrichOptions, enrich } from './enrich.ts';
export {
  type Details,
  type FoundRecord,
  foundInAtom,
  type Service,
  serviceNames,
  services,
} from './found-record.ts';
export { Answers, type Lookup, lookupKey } from './lookups.ts';
