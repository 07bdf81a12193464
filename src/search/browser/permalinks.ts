import { isOnDisk, root } from './address.ts';
import { hostedFiles, packedFiles } from './files.ts';

/**
 * Permalinks of all papers, in the survey's order.
 *
 * @param file as the page that asks names it
 * @throws when it cannot be loaded
 */
export async function readPermalinks(file: string): Promise<string[]> {
  const read = isOnDisk ? packedFiles(root) : hostedFiles(root);
  const permalinks: string[] = JSON.parse(new TextDecoder().decode(await read(file)));
  return permalinks;
}
