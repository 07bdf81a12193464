import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { AstroIntegration } from 'astro';
import { headers } from '../layouts/index.ts';
import type { Site } from '../model/index.ts';
import { absoluteUrl } from '../writers/index.ts';
import { onFinishedSite } from './finished-site.ts';

/**
 * Writes what hosts and robots look for beside the pages: headers for Netlify, Cloudflare, Apache, nginx and Caddy, and
 * that GitHub Pages serves every file. After the service worker, for hosts do not serve all of them.
 */
export function hostFiles(): AstroIntegration {
  return onFinishedSite('host-files', 'Host files', async (root, { site }) => {
    const files = Object.entries(hostFilesOf(site));
    for (const [path, text] of files) {
      const file = join(root, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, text);
    }
    return files.map(([path]) => path).join(', ');
  });
}

/** The files by their paths in the site. */
export function hostFilesOf(site: Pick<Site, 'url'>): Record<string, string> {
  const base = new URL(absoluteUrl(site, '/')).pathname;
  const lines = (line: (name: string, value: string) => string) =>
    headers.map(([name, value]) => line(name, value)).join('\n');
  return {
    '.nojekyll': '',
    'robots.txt': `User-agent: *\nAllow: /\n\nSitemap: ${absoluteUrl(site, '/sitemap-index.xml')}\n`,
    _headers: `/*\n${lines((name, value) => `  ${name}: ${value}`)}\n`,
    '.htaccess': `<IfModule mod_headers.c>
${lines((name, value) => `  Header always set ${name} "${value}"`)}
</IfModule>
<IfModule mod_mime.c>
  AddType application/manifest+json .webmanifest
  AddCharset utf-8 .html .css .js .json .jsonl .xml .bib .ris .csv .md
</IfModule>
ErrorDocument 404 ${base}404.html
`,
    'hosting/nginx.conf': `# Inside of server { } or the location of the site
${lines((name, value) => `add_header ${name} "${value}" always;`)}
charset utf-8;
error_page 404 ${base}404.html;
`,
    'hosting/Caddyfile': `# Inside of the block of the site
header {
${lines((name, value) => `  ${name} "${value}"`)}
}
handle_errors 404 {
  rewrite * ${base}404.html
  file_server
}
`,
  };
}
