import { execFile, spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Whether a program is on the PATH of this machine. */
export function isInstalled(program: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** The Python of this machine that has a module, whether it is on the PATH or the system's own; undefined where none has. */
export const pythonWith = (module: string): string | undefined =>
  ['python3', '/usr/bin/python3'].find(
    (python) => spawnSync(python, ['-c', `import ${module}`], { stdio: 'ignore' }).status === 0,
  );

/**
 * Runs a program on one file, which is its last argument.
 *
 * @param file name of the file, whose extension the program may go by
 * @returns what it printed
 * @throws when it ends with an error
 */
export async function runOn(
  program: string,
  options: readonly string[],
  file: string,
  content: string,
): Promise<{ stdout: string; stderr: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'florilegium-'));
  try {
    await writeFile(join(folder, file), content);
    return await run(program, [...options, join(folder, file)], {
      cwd: folder,
      maxBuffer: 256 * 1024 * 1024,
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
