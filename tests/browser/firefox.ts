import puppeteer, { type Browser } from 'puppeteer-core';
import { executableOnPath } from './installed.ts';

/** The Firefox of this machine, or null: none comes with the packages. */
export const firefox = executableOnPath(['firefox-esr', 'firefox']);

/**
 * Starts a Firefox without a window, over WebDriver BiDi, which a Firefox as its users have it understands.
 *
 * Files are as strange to each other as they are to a reader's Firefox; drivers would make them one origin, and a site
 * that cannot work from disk would seem to.
 */
export function launchFirefox(executablePath: string): Promise<Browser> {
  return puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    defaultViewport: null,
    args: ['--width=1280', '--height=900'],
    extraPrefsFirefox: {
      'security.fileuri.strict_origin_policy': true,
      // A worker would keep the whole site and answer from what it kept.
      'dom.serviceWorkers.enabled': false,
      // A page behind another one is not to wait longer than the one in front.
      'dom.min_background_timeout_value': 4,
      // The clipboard is read back to see what a button copied.
      'dom.events.testing.asyncClipboard': true,
    },
  });
}
