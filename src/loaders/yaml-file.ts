import {
  type Document as YamlDocument,
  isMap,
  isNode,
  isScalar,
  LineCounter,
  parseDocument,
  visit,
} from 'yaml';
import type { z } from 'zod';
import { ContentError, type ContentProblem } from './content-error.ts';
import { unfitProblem } from './unfit.ts';
import { problemOf } from './schema-problem.ts';

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
  const document = parseDocument(text, { lineCounter: lines, logLevel: 'error' });
  const lineAt = (offset: number) => lines.linePos(offset).line + firstLine - 1;

  // What follows the first is mostly its consequence.
  const [error] = document.errors;
  if (error !== undefined) {
    const [message = ''] = error.message.split('\n');
    throw new ContentError([{ file, line: lineAt(error.pos[0]), ...syntaxProblem(message, file) }]);
  }

  const lineOf = (path: readonly PropertyKey[]): number => {
    for (let length = path.length; length >= 0; length -= 1) {
      const node = document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return lineAt(node.range[0]);
    }
    return firstLine;
  };

  const lineOfKey = (path: readonly PropertyKey[]): number | undefined => {
    const parent = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
    const keys = isMap(parent) ? parent.items.map(({ key }) => key) : [];
    const node = keys.find((key) => isScalar(key) && String(key.value) === path.at(-1));
    return isNode(node) && node.range ? lineAt(node.range[0]) : undefined;
  };

  for (const { value, at } of stringsOf(document, text)) {
    const unfit = unfitProblem(value);
    if (unfit === undefined) continue;
    throw new ContentError([{ file, line: lineAt(at), ...unfit.problem }]);
  }

  const data = dataOf(document, file) ?? undefined;
  if (data === undefined && file.endsWith('.json')) {
    throw new ContentError([{ file, line: firstLine, text: 'the file is empty', hint: TAKE_BACK }]);
  }
  const parsed = schema.safeParse(data);
  if (!parsed.success) {
    throw new ContentError(
      parsed.error.issues.map((issue) => {
        const { key, ...problem } = problemOf(issue, schema, data);
        return { file, line: (key && lineOfKey(key)) ?? lineOf(issue.path), ...problem };
      }),
    );
  }
  return { value: parsed.data, lineOf };
}

/** Every text of a document, as escapes in it are meant; none where nothing is escaped. */
function stringsOf(yaml: YamlDocument, text: string): { value: string; at: number }[] {
  const strings: { value: string; at: number }[] = [];
  if (!text.includes('\\')) return strings;
  visit(yaml, {
    Scalar(_, { value, range }) {
      if (typeof value === 'string') strings.push({ value, at: range?.[0] ?? 0 });
    },
  });
  return strings;
}

/** The data of a document. What its aliases stand for may be too much for any memory, or nothing. */
function dataOf(yaml: YamlDocument, file: string): unknown {
  try {
    return yaml.toJS();
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    throw new ContentError([
      {
        file,
        text: error.message.startsWith('Unresolved')
          ? 'an alias (*name) stands for nothing, for no anchor (&name) before it has the name'
          : 'its aliases (*name) repeat each other more often than any list of decisions needs',
        hint: 'Write the values out; quote a value that begins with "*" or "&".',
      },
    ]);
  }
}

const TAKE_BACK =
  'The program wrote the file: take it back from the version before, as “git checkout” does.';

function syntaxProblem(message: string, file: string): Pick<ContentProblem, 'text' | 'hint'> {
  if (message.startsWith('Maximum call stack')) {
    return {
      text: 'its lists are nested too deep to be read',
      hint: 'Three levels are enough for everything the README names.',
    };
  }
  if (file.endsWith('.json')) {
    return {
      text: `this is not valid JSON: ${message}`,
      hint: TAKE_BACK,
    };
  }
  if (message.startsWith('Source contains multiple documents')) {
    return {
      text: 'a second document begins here, behind a line “---”',
      hint: 'Take the line out: all stands in one document.',
    };
  }
  return {
    text: `this is not valid YAML: ${message}`,
    hint: 'Quote values that contain ": ", "#" or begin with a quote, "[" or "{".',
  };
}
