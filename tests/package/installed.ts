import { execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { alone, buildEnvironment, root } from '../build-site.ts';

/** What a command printed, and its exit code. */
export interface Outcome {
  code: number;
  out: string;
}

/** A server of the command line. */
export interface Served {
  url: string;
  /** Interrupts it as a person does, and waits for its end; returns the exit code, or the signal where it has none. */
  stop(): Promise<number | string | null>;
}

/** The package, installed in a folder of its own from the file that `npm pack` makes. */
export interface Installed {
  folder: string;
  /** Makes a folder with files in it, by path. */
  write(files: Readonly<Record<string, string | Uint8Array>>, name: string): Promise<void>;
  /** Installs what the package in a folder below depends on, as the survey's maker does. */
  install(name: string): Promise<void>;
  /** Runs the command that a folder below has installed, else the one of the whole folder. */
  florilegium(name: string, ...args: string[]): Promise<Outcome>;
  /** Starts a command that serves, such as `dev`, in a folder below; waits until it says where. */
  serve(name: string, command: string): Promise<Served>;
  /** Installs the same code under another version. */
  upgrade(version: string): Promise<void>;
  dispose(): Promise<void>;
}

/** `Local    http://localhost:4321/`, with colours of a terminal in it or not. */
const SERVED = /Local[^h]*(http:\/\/localhost:\d+\/)/;

function run(command: string, args: readonly string[], cwd: string): Promise<Outcome> {
  const options = {
    cwd,
    env: { ...buildEnvironment(), INIT_CWD: cwd },
    maxBuffer: 64 * 1024 * 1024,
    shell: command === 'npm' && process.platform === 'win32',
  };
  return new Promise((done) => {
    execFile(command, args, options, (error, out, err) =>
      done({ code: typeof error?.code === 'number' ? error.code : error ? 1 : 0, out: out + err }),
    );
  });
}

/** A port that nobody listens on. */
async function freePort(): Promise<string> {
  const server = createServer().listen(0, 'localhost');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port is free.');
  return String(address.port);
}

async function npm(cwd: string, ...args: string[]): Promise<void> {
  const { code, out } = await run('npm', args, cwd);
  if (code !== 0) throw new Error(`npm ${args.join(' ')} failed.\n${out}`);
}

/** Packs the checkout, and installs that file alone into an empty folder. */
export async function installed(): Promise<Installed> {
  const folder = await mkdtemp(join(tmpdir(), 'florilegium-package-'));
  const files = join(folder, 'files');
  await mkdir(files);
  // The cache has what `npm ci` fetched.
  const install = (file: string) =>
    npm(folder, 'install', '--prefer-offline', '--no-audit', '--no-fund', file);
  const fileOf = async (version: string) => {
    const name = (await readdir(files)).find((each) => each.endsWith(`-${version}.tgz`));
    if (name === undefined) throw new Error(`npm packed no version ${version}.`);
    return join(files, name);
  };
  await writeFile(join(folder, 'package.json'), '{ "private": true }\n');
  await alone(() => npm(root, 'pack', '--pack-destination', files));
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  await install(await fileOf(version));
  const program = join(folder, 'node_modules', 'florilegium');
  const commandOf = (name: string) => {
    const own = join(folder, name, 'node_modules', 'florilegium');
    return join(existsSync(own) ? own : program, 'bin', 'florilegium.js');
  };
  return {
    folder,
    async write(texts, name) {
      for (const [path, text] of Object.entries(texts)) {
        const file = join(folder, name, path);
        await mkdir(join(file, '..'), { recursive: true });
        await writeFile(file, text);
      }
    },
    install: (name) =>
      npm(join(folder, name), 'install', '--prefer-offline', '--no-audit', '--no-fund'),
    florilegium: (name, ...args) =>
      run(process.execPath, [commandOf(name), ...args], join(folder, name)),
    async serve(name, command) {
      const child = spawn(
        process.execPath,
        [commandOf(name), command, '--port', await freePort()],
        {
          cwd: join(folder, name),
          env: buildEnvironment(),
          stdio: ['ignore', 'pipe', 'pipe'],
        },
      );
      const ended = new Promise<number | string | null>((done) =>
        child.once('exit', (code, signal) => done(code ?? signal)),
      );
      let said = '';
      const url = await new Promise<string>((found, fail) => {
        for (const stream of [child.stdout, child.stderr]) {
          stream.on('data', (text: Buffer) => {
            said += text.toString();
            const at = SERVED.exec(said)?.[1];
            if (at !== undefined) found(at);
          });
        }
        void ended.then((code) => fail(new Error(`${command} ended with ${code}.\n${said}`)));
      });
      return {
        url,
        stop() {
          child.kill('SIGINT');
          return ended;
        },
      };
    },
    async upgrade(next) {
      const copy = join(folder, 'next');
      await cp(program, copy, { recursive: true });
      const file = join(copy, 'package.json');
      const described = JSON.parse(await readFile(file, 'utf8'));
      await writeFile(file, JSON.stringify({ ...described, version: next }));
      await npm(copy, 'pack', '--ignore-scripts', '--pack-destination', files);
      await rm(copy, { recursive: true });
      await install(await fileOf(next));
    },
    dispose: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Paths below a folder, with `/`, what a build makes left out. */
export async function pathsBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !/^(?:\.astro|\.florilegium|node_modules)\//.test(path))
    .sort();
}

/** Digests of the files below a folder, by path. */
export async function digestsBelow(folder: string): Promise<Record<string, string>> {
  const digests: Record<string, string> = {};
  for (const path of await pathsBelow(folder)) {
    digests[path] = createHash('sha256')
      .update(await readFile(join(folder, path)))
      .digest('hex');
  }
  return digests;
}
