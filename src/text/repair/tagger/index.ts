export { bestTags, lattice, marginal, score, spanProbability } from './crf.ts';
export { hashText, mix } from './hash.ts';
export { bucket, inputsOf } from './inputs.ts';
export { type Gates, type Matrix, type Network, outputsOf } from './network.ts';
