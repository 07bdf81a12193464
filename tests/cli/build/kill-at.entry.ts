/**
 * Loaded before a program (`node --import`), kills its process without warning right before the step named by KILL_AT: the
 * steps are the calls that change files or run a program, counted from 1. At the end it says how many there were.
 */
import childProcess from 'node:child_process';
import fs from 'node:fs';
import promises from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import process from 'node:process';

const killAt = Number(process.env['KILL_AT'] ?? 0);
let steps = 0;

function step(): void {
  steps += 1;
  if (steps === killAt) process.kill(process.pid, 'SIGKILL');
}

function watch(module: object, names: readonly string[]): void {
  for (const name of names) {
    const own: unknown = Reflect.get(module, name);
    if (typeof own !== 'function') throw new Error(`there is no ${name}`);
    const watched = (...args: unknown[]): unknown => {
      step();
      return Reflect.apply(own, module, args);
    };
    Reflect.set(module, name, watched);
  }
}

watch(fs, ['renameSync', 'rmSync', 'mkdirSync', 'writeFileSync', 'copyFileSync', 'unlinkSync']);
watch(promises, ['rename', 'rm', 'rmdir', 'mkdir', 'writeFile', 'cp', 'copyFile', 'unlink']);
watch(childProcess, ['spawnSync']);
syncBuiltinESMExports();

process.on('exit', () => process.stderr.write(`${steps} steps\n`));
