export { siteAssets } from './bundle.ts';
export { forBrowsers } from './esbuild.ts';
export { type SiteFiles, siteFiles } from './site-files.ts';
