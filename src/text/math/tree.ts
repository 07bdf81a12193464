import { commandAt } from '../control-sequence.ts';

/** A formula as a tree of characters, commands and groups. Arguments are not attached: they are the nodes that follow. */
export type MathTreeNode =
  /** `x`, `+`, `^`, `&`; `blank` when white space stood before it. */
  | { type: 'char'; value: string; blank: boolean }
  /** `alpha`, `,`; without the backslash. */
  | { type: 'command'; name: string; blank: boolean }
  | { type: 'group'; children: MathTree; blank: boolean };

export type MathTree = readonly MathTreeNode[];

/** Deeper groups are read as if their braces were not there, so that no input can exhaust the stack. */
const MAX_DEPTH = 60;

/** The tree of a formula's LaTeX. Unbalanced braces are left out; nothing throws. */
export function parseMath(latex: string): MathTree {
  const root: MathTreeNode[] = [];
  const open: { type: 'group'; children: MathTreeNode[]; blank: boolean }[] = [];
  let deeper = 0;
  let current = root;
  let blank = false;
  let i = 0;
  while (i < latex.length) {
    const value = String.fromCodePoint(latex.codePointAt(i) ?? 0);
    let next = i + value.length;
    if (value.trim() === '') blank = true;
    else {
      if (value === '{') {
        if (open.length >= MAX_DEPTH) deeper++;
        else {
          const group = { type: 'group' as const, children: [], blank };
          current.push(group);
          open.push(group);
          current = group.children;
        }
      } else if (value === '}') {
        if (deeper > 0) deeper--;
        else {
          open.pop();
          current = open.at(-1)?.children ?? root;
        }
      } else if (value === '\\') {
        const command = commandAt(latex, i);
        if (command) {
          current.push({ type: 'command', name: command.name, blank });
          next = command.end;
        }
      } else current.push({ type: 'char', value, blank });
      blank = false;
    }
    i = next;
  }
  return root;
}
