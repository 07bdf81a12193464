import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One thing the product never does otherwise; a test that stands for it carries the id as a tag. */
export interface Law {
  /** `permalinks-stay` */
  id: string;
  /** One sentence. */
  text: string;
}

/** The part of ARCHITECTURE.md that lists the laws, up to the next heading. */
const SECTION = /^## Laws\n([\s\S]*?)(?=^## )/m;

/** A row of its table: "| `permalinks-stay` | A released permalink … |" */
const ROW = /^\| `([a-z-]+)`\s*\| (.+?)\s*\|$/gm;

/** The laws, as ARCHITECTURE.md lists them. */
export const laws: readonly Law[] = Array.from(
  (
    SECTION.exec(readFileSync(join(import.meta.dirname, '../../ARCHITECTURE.md'), 'utf8'))?.[1] ??
    ''
  ).matchAll(ROW),
  ([, id = '', text = '']) => ({ id, text }),
);
