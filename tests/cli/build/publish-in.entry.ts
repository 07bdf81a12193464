/** Publishes `made/` of the folder named to its `dist/`, as a build does at its end. */
import { join } from 'node:path';
import process from 'node:process';
import { publish } from '../../../src/cli/build/publish.ts';
import { openTarget } from '../../../src/cli/build/target.ts';

const [folder = ''] = process.argv.slice(2);
const kept = (name: string) => join(folder, 'checkout', name);
const target = await openTarget({
  root: kept('.'),
  seeds: kept('seeds'),
  content: kept('content'),
  out: join(folder, 'dist'),
});
await publish(join(folder, 'made'), target);
