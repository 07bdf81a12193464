import { expect, it } from 'vitest';
import { hostFilesOf } from '../../src/integrations/host-files.ts';

const files = hostFilesOf({ url: 'https://walks.example/survey/' });
const configurations = ['_headers', '.htaccess', 'hosting/nginx.conf', 'hosting/Caddyfile'];

it('robots are led to the sitemap, and GitHub Pages serves every file', () => {
  expect(files['robots.txt']).toMatch(/^User-agent: \*\nAllow: \/\n/);
  expect(files['robots.txt']).toContain('Sitemap: https://walks.example/survey/sitemap-index.xml');
  expect(files['.nojekyll']).toBe('');
});

it.each(configurations)('%s has all headers that the HTTP Observatory asks for', (path) => {
  const text = files[path] ?? '';
  const value = (name: string) => new RegExp(`${name}:? "?([^"\\n]+)`).exec(text)?.[1] ?? '';
  const policy = value('Content-Security-Policy');
  // No deduction, and the bonus for a policy that begins with nothing.
  expect(policy).toMatch(/^default-src 'none';/);
  expect(policy).not.toMatch(/unsafe-|\*|https?:|script-src[^;]*data:/);
  for (const directive of ["base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'"]) {
    expect(policy).toContain(directive);
  }
  // At least six months.
  expect(Number(/max-age=(\d+)/.exec(value('Strict-Transport-Security'))?.[1])).toBeGreaterThan(
    15_768_000,
  );
  expect(value('X-Content-Type-Options')).toBe('nosniff');
  expect(value('X-Frame-Options')).toBe('DENY');
  expect(value('Referrer-Policy')).toBe('strict-origin-when-cross-origin');
  expect(value('Cross-Origin-Resource-Policy')).toBe('same-origin');
});
