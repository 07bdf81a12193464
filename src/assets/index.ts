export { siteAssets } from './bundle.ts';
export { type SiteFiles, siteFiles } from './site-files.ts';
