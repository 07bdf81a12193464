export { type Weights, bestTags, lattice, marginal, score, spanProbability } from './crf.ts';
export { features } from './features.ts';
export { hashText, mix } from './hash.ts';
export { bucket } from './templates.ts';
