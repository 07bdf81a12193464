export { makeBundle, sizedPage, sizeInWords } from './build/bundle.ts';
export { zipInto } from './build/zip.ts';
