export { siteAssets } from './bundle.ts';
export { forBrowsers, includedPackages } from './esbuild.ts';
export { type SiteFiles, siteFiles } from './site-files.ts';
