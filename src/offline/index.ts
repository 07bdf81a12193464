export { makeBundle, sizedPage } from './build/bundle.ts';
export { zipInto } from './build/zip.ts';
