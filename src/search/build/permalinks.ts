import { createHash } from 'node:crypto';
import type { Survey } from '../../model/index.ts';

/** Name of the file of the index that lists all permalinks; it changes when one comes or goes. */
export function permalinksFile({ works }: Survey): string {
  const hash = createHash('sha256');
  for (const { permalink } of works) hash.update(`${permalink}\n`);
  return `permalinks-${hash.digest('hex').slice(0, 10)}.bin`;
}
