#!/usr/bin/env node
// Starts the command line: what was made of it for the package, or in a checkout the sources themselves.
import { existsSync } from 'node:fs';
import process from 'node:process';

const LEAST = [22, 12];
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const isOld = major < LEAST[0] || (major === LEAST[0] && minor < LEAST[1]);
/** What an older Node does as well: a new folder is given a runtime of its own. */
const anywhere = ['new', 'help', '--help', '-h', '--version', '-V'];

if (isOld && !anywhere.includes(process.argv[2] ?? '')) {
  process.stderr.write(
    `Florilegium needs Node ${LEAST.join('.')} or newer, and this is ${process.versions.node}. Install a newer one, or give this folder one of its own:\n  npm install node@24\n`,
  );
  process.exitCode = 2;
} else {
  const isCheckout = existsSync(new URL('../packing', import.meta.url));
  await import(isCheckout ? '../src/cli/main.ts' : '../lib/node/cli.js');
}
