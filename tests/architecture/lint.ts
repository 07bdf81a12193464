/** Prints every import that the table of layers does not allow; the exit code is 1 when there is one. */
import { join } from 'node:path';
import process from 'node:process';
import { forbiddenImports, importGraph } from './import-graph.ts';

const forbidden = forbiddenImports(importGraph(join(import.meta.dirname, '../..')));
for (const line of forbidden) process.stderr.write(`${line}\n`);
if (forbidden.length > 0) process.exitCode = 1;
