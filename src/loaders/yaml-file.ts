import { isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { ContentError, type ContentProblem } from './content-error.ts';

/** A parsed value with the lines its parts stand on. */
export interface YamlValue<T> {
  value: T;
  /** Line (1-based, in the file) of the node at a path; of the nearest parent when the path has no node. */
  lineOf(path: readonly PropertyKey[]): number;
}

/**
 * Parses YAML text and checks it against a schema.
 *
 * @param file name for messages
 * @param firstLine line of the file on which the text begins (front matter begins on 2)
 * @throws ContentError with one problem for each syntax error or schema issue
 */
export function readYaml<S extends z.ZodType>(
  text: string,
  schema: S,
  file: string,
  firstLine = 1,
): YamlValue<z.output<S>> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const lineAt = (offset: number) => lines.linePos(offset).line + firstLine - 1;

  if (document.errors.length > 0) {
    throw new ContentError(
      document.errors.map((error) => ({
        file,
        line: lineAt(error.pos[0]),
        text: `this is not valid YAML: ${error.message.split('\n')[0]}`,
        hint: 'Quote values that contain ": ", "#" or begin with a quote, "[" or "{".',
      })),
    );
  }

  const lineOf = (path: readonly PropertyKey[]): number => {
    for (let length = path.length; length >= 0; length -= 1) {
      const node = document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return lineAt(node.range[0]);
    }
    return firstLine;
  };

  const parsed = schema.safeParse(document.toJS() ?? undefined);
  if (!parsed.success) {
    throw new ContentError(
      parsed.error.issues.map((issue) => problemOf(issue, file, lineOf(issue.path))),
    );
  }
  return { value: parsed.data, lineOf };
}

function problemOf(issue: z.core.$ZodIssue, file: string, line: number): ContentProblem {
  const where = issue.path.length > 0 ? `"${issue.path.map(String).join('.')}": ` : '';
  if (issue.code === 'unrecognized_keys') {
    return {
      file,
      line,
      text: `${where}unknown ${issue.keys.length === 1 ? 'key' : 'keys'} ${issue.keys.map((key) => `"${key}"`).join(', ')}`,
      hint: 'Remove it or correct its spelling; the README lists what each file may hold.',
    };
  }
  if (issue.code === 'invalid_union') {
    // The variant with the fewest issues is the one that was meant.
    const nearest = issue.errors.toSorted((a, b) => a.length - b.length)[0]?.[0];
    if (nearest) {
      return problemOf({ ...nearest, path: [...issue.path, ...nearest.path] }, file, line);
    }
  }
  return { file, line, text: `${where}${issue.message}` };
}
