import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inflate } from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';
import { z } from 'zod';
import { executableOnPath } from './installed.ts';

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

const fontconfig = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;

/** Where a Chromium is and the environment it needs. */
interface Executable {
  path: string;
  env: Record<string, string>;
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
    await unpack(join(home, 'bin'), partial);
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

/** Unpacks the package's archives into a folder. */
async function unpack(archives: string, folder: string): Promise<void> {
  // The package unpacks into the temporary folder, which it asks for before its first wait.
  const temporary = process.env['TMPDIR'];
  process.env['TMPDIR'] = folder;
  const work = ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br'].map((name) =>
    inflate(join(archives, name)),
  );
  if (temporary === undefined) delete process.env['TMPDIR'];
  else process.env['TMPDIR'] = temporary;
  await Promise.all(work);
  // The configuration in the archive names folders of the serverless machines it was made for.
  await writeFile(join(folder, 'fonts', 'fonts.conf'), fontconfig);
}

/** Starts the Chromium of this machine; where there is none, the one npm installed. */
export async function launchChromium(): Promise<Browser> {
  const installed = executableOnPath(names);
  const executable = installed ? { path: installed, env: {} } : await packagedChromium();
  const env: Record<string, string> = {};
  for (const [name, value] of Object.entries({ ...process.env, ...executable.env })) {
    if (value !== undefined) env[name] = value;
  }
  return chromium.launch({ executablePath: executable.path, args: flags, env });
}
