import type { Inline, RichText } from '../../model/index.ts';

/** Gathers rich text from left to right, keeping neighbouring text in one node and blanks single. */
export class RichTextBuilder {
  readonly #nodes: Inline[] = [];
  /** Text not yet in a node, in parts: looking at its end must not cost its length. */
  #parts: string[] = [];

  text(value: string): void {
    const doubled = value.startsWith(' ') && BLANK.test(this.#parts.at(-1)?.at(-1) ?? '');
    const part = doubled ? value.slice(1) : value;
    if (part !== '') this.#parts.push(part);
  }

  node(node: Inline): void {
    if (node.type === 'text') this.text(node.value);
    else {
      if (node.type === 'break') this.#trimEnd();
      this.#flush();
      this.#nodes.push(node);
    }
  }

  nodes(nodes: RichText): void {
    for (const node of nodes) this.node(node);
  }

  /**
   * Takes back the blank or tie before a command that leaves nothing (`word~\cite{x},`), unless a word follows.
   *
   * @param next the character after the command, empty at the end.
   * @returns true if `next` closes a bracket that held only the command; its opening is gone, the caller skips `next`.
   */
  dropBlankBefore(next: string): boolean {
    const open = this.#parts.at(-1)?.at(-1);
    const emptied = (open === '(' && next === ')') || (open === '[' && next === ']');
    if (emptied) this.#chop();
    if (emptied || next === '' || /[\s.,;:!?)\]]/.test(next)) this.#trimEnd();
    return emptied;
  }

  /** The nodes gathered. @param trim whether blanks at the two ends go. */
  finish(trim = true): RichText {
    this.#flush();
    if (!trim) return this.#nodes;
    const first = this.#nodes[0];
    if (first?.type === 'text') this.#nodes[0] = { ...first, value: first.value.trimStart() };
    const last = this.#nodes.at(-1);
    if (last?.type === 'text') {
      this.#nodes[this.#nodes.length - 1] = { ...last, value: last.value.trimEnd() };
    }
    return this.#nodes.filter((node) => node.type !== 'text' || node.value !== '');
  }

  #chop(): void {
    const part = this.#parts.pop()?.slice(0, -1);
    if (part) this.#parts.push(part);
  }

  #trimEnd(): void {
    for (let part = this.#parts.pop(); part !== undefined; part = this.#parts.pop()) {
      const kept = part.trimEnd();
      if (kept !== '') {
        this.#parts.push(kept);
        return;
      }
    }
  }

  #flush(): void {
    const text = this.#parts.join('');
    this.#parts = [];
    const value = this.#nodes.at(-1)?.type === 'break' ? text.trimStart() : text;
    if (value !== '') this.#nodes.push({ type: 'text', value });
  }
}

/** A blank or a tie. */
const BLANK = /\s/;
