import { execFile } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import { delimiter, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Browser, chromium } from 'playwright-core';
import { z } from 'zod';

const packageSchema = z.object({ version: z.string() });

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Containers often have a /dev/shm too small for a page.
  '--disable-dev-shm-usage',
];

/** Where a Chromium is and the environment it needs. */
interface Executable {
  path: string;
  env: Record<string, string>;
}

/** The Chromium on PATH, or null. */
export function installedChromium(path = process.env['PATH'] ?? ''): string | null {
  for (const folder of path.split(delimiter)) {
    for (const name of names) {
      const file = join(folder, name);
      try {
        accessSync(file, constants.X_OK);
        return file;
      } catch {
        // Not in this folder: try the next one.
      }
    }
  }
  return null;
}

/**
 * The Chromium inside the npm package `@sparticuz/chromium`, unpacked once into `.cache/chromium-<version>`.
 *
 * It is made for machines without libraries of a desktop: NSS and the fonts come with it.
 */
async function packagedChromium(): Promise<Executable> {
  const home = resolve(fileURLToPath(import.meta.resolve('@sparticuz/chromium')), '../..');
  const { version } = packageSchema.parse(
    JSON.parse(await readFile(join(home, 'package.json'), 'utf8')),
  );
  const folder = resolve(import.meta.dirname, `../../.cache/chromium-${version}`);
  if (!existsSync(folder)) {
    // Unpacked beside its place and renamed, so that an interrupted run leaves nothing half done.
    const partial = `${folder}.${process.pid}`;
    await mkdir(partial, { recursive: true });
    // The package unpacks into the temporary folder; a process of its own keeps that setting out of this one.
    await promisify(execFile)(
      process.execPath,
      [join(import.meta.dirname, 'unpack-chromium.ts'), join(home, 'bin')],
      { env: { ...process.env, TMPDIR: partial } },
    );
    try {
      await rename(partial, folder);
    } catch (error) {
      await rm(partial, { recursive: true, force: true });
      if (!existsSync(folder)) throw error;
    }
  }
  return {
    path: join(folder, 'chromium'),
    env: {
      LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
      FONTCONFIG_PATH: join(folder, 'fonts'),
      XDG_CACHE_HOME: join(folder, 'cache'),
    },
  };
}

/** Starts the Chromium of this machine; where there is none, the one npm installed. */
export async function launchChromium(): Promise<Browser> {
  const installed = installedChromium();
  const executable = installed ? { path: installed, env: {} } : await packagedChromium();
  const env: Record<string, string> = {};
  for (const [name, value] of Object.entries({ ...process.env, ...executable.env })) {
    if (value !== undefined) env[name] = value;
  }
  return chromium.launch({ executablePath: executable.path, args: flags, env });
}
