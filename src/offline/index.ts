export { makeBundle, sizedPage, sizeInWords } from './build/bundle.ts';
