export { makeRetiredWorker, makeWorker } from './build/make-worker.ts';
