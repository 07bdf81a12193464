import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The first of some programs on PATH, folder by folder, or null. */
export function executableOnPath(
  names: readonly string[],
  path = process.env['PATH'] ?? '',
): string | null {
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
