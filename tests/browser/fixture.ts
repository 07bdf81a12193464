import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';
import { launchChromium } from './chromium.ts';
import { type Host, serve } from './serve.ts';

/**
 * Takes service workers away from the pages of a context. Each would keep the whole site and answer from what it kept,
 * where a test is about pages and the host.
 */
export async function withoutServiceWorker(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    Reflect.deleteProperty(Navigator.prototype, 'serviceWorker');
  });
}

/** A browser and the finished site on a host, for the tests of one file. */
export interface Fixture {
  /**
   * A page of the site in a context of its own.
   *
   * @param path below the site's first page, without a slash in front: `papers/`
   */
  open(path: string, options?: BrowserContextOptions): Promise<Page>;
  /** Address of a page of the site. */
  address(path: string): string;
  /** Forgets what pages have complained about so far, in a test that makes something fail on purpose. */
  forgive(): void;
}

/**
 * Starts browser and host before the tests of a file, and fails each test whose page wrote to the console, threw, or
 * asked for something outside the site.
 *
 * @param base path under which the site stands on the host
 */
export function useSite(base = '/'): Fixture {
  let browser: Browser;
  let host: Host;
  let contexts: BrowserContext[] = [];
  let complaints: string[] = [];

  beforeAll(async () => {
    [browser, host] = await Promise.all([launchChromium(), serve(inject('site'), base)]);
  });
  afterAll(async () => {
    await browser?.close();
    await host?.close();
  });
  afterEach(async () => {
    await Promise.all(contexts.map((context) => context.close()));
    const heard = complaints;
    contexts = [];
    complaints = [];
    expect(heard).toEqual([]);
  });

  const address = (path: string) => new URL(path, host.url).href;
  return {
    address,
    forgive() {
      complaints = [];
    },
    async open(path, options = {}) {
      const context = await browser.newContext({
        viewport: { width: 1280, height: 900 },
        ...options,
      });
      contexts.push(context);
      await withoutServiceWorker(context);
      const page = await context.newPage();
      page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('request', (request) => {
        const url = request.url();
        if (!url.startsWith(host.url) && !url.startsWith('data:'))
          complaints.push(`asked for ${url}`);
      });
      page.on('response', (response) => {
        if (response.status() >= 400) complaints.push(`${response.status()} ${response.url()}`);
      });
      await page.goto(address(path));
      return page;
    },
  };
}
