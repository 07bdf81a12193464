import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { z } from 'zod';
import { isPackage } from '../../loaders/index.ts';

const packageSchema = z.object({
  name: z.string(),
  version: z.string(),
});
const projectSchema = z.object({ dependencies: z.record(z.string(), z.string()).optional() });

/** `file:../florilegium-0.2.0.tgz` */
const FILE = /^file:(?!\/\/)/;
/** `https://example.org/florilegium.tgz`, `git+ssh://…`, `github:owner/repository` */
const ADDRESS = /^[a-z+]+:/;

/** What the package of a survey depends on. */
export interface Dependency {
  /** As npm writes it: `^0.2.0`, `file:florilegium-0.2.0.tgz` */
  spec: string;
  /** The file of a packed program, which comes along, so that the survey is installed and published elsewhere, too. */
  packed?: string;
}

/**
 * What a survey in `folder` depends on to be made by this very program: the checkout, the file or address it was installed
 * from, else its version from the registry and what is compatible with it.
 *
 * @param program folder of this program
 */
export async function dependencyOn(program: string, folder: string): Promise<Dependency> {
  const path = (to: string) => `file:${relative(folder, to).replaceAll('\\', '/')}`;
  if (!isPackage) return { spec: path(program) };
  const own = packageSchema.parse(await json(join(program, 'package.json')));
  const modules = dirname(program);
  const project = dirname(modules);
  const asked =
    basename(modules) === 'node_modules' ? await dependencyOf(project, own.name) : undefined;
  if (asked !== undefined && FILE.test(asked)) {
    const file = resolve(project, asked.replace(FILE, ''));
    const isFile = (await stat(file).catch(() => undefined))?.isFile() === true;
    return isFile ? { spec: `file:${basename(file)}`, packed: file } : { spec: path(file) };
  }
  return { spec: asked !== undefined && ADDRESS.test(asked) ? asked : `^${own.version}` };
}

/** How a project names its dependency; undefined for one that it does not have. */
async function dependencyOf(project: string, name: string): Promise<string | undefined> {
  const read = projectSchema.safeParse(await json(join(project, 'package.json')));
  return read.data?.dependencies?.[name];
}

async function json(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return undefined;
  }
}
