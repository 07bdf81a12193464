// `<span class="vlist" style="height:0.6em;top:-3em">`; attributes are written with double quotes, and text has no `<`
const STYLED =
  /<([a-z]+)((?:\s+[\w:-]+(?:="[^"]*")?)*?)\s+style="([^"]*)"((?:\s+[\w:-]+(?:="[^"]*")?)*)(\s*\/?)>/g;

const CLASS = /\sclass="([^"]*)"/;

/** Turns style attributes of HTML into classes, one for each declaration, whatever the page. */
export class StyleClasses {
  /** Class by declaration: `top:-3em`. */
  readonly #classes = new Map<string, string>();

  get count(): number {
    return this.#classes.size;
  }

  /** The page with classes in the place of its style attributes. */
  replaceIn(html: string): string {
    return html.replace(
      STYLED,
      (_, tag: string, before: string, style: string, after: string, end: string) => {
        const added = declarationsOf(style)
          .map((declaration) => this.#classOf(declaration))
          .join(' ');
        const attributes = before + after;
        if (added === '') return `<${tag}${attributes}${end}>`;
        return CLASS.test(attributes)
          ? `<${tag}${attributes.replace(CLASS, (_all, own: string) => ` class="${own} ${added}"`)}${end}>`
          : `<${tag}${attributes} class="${added}"${end}>`;
      },
    );
  }

  /** The rules of all classes, in an order that does not depend on that of pages. An attribute wins over every sheet, and so do they. */
  sheet(): string {
    return Array.from(this.#classes, ([declaration, name]) => `.${name}{${declaration}!important}`)
      .sort()
      .join('\n');
  }

  #classOf(declaration: string): string {
    const known = this.#classes.get(declaration);
    if (known !== undefined) return known;
    const name = classNameOf(declaration);
    this.#classes.set(declaration, name);
    return name;
  }
}

function declarationsOf(style: string): string[] {
  return style
    .split(';')
    .map((declaration) => declaration.replace(/\s*:\s*/, ':').trim())
    .filter((declaration) => /^[a-z-]+:[^{}<>;\\/*]+$/.test(declaration));
}

/** `k-top_-3em`: a class that says what it does, and is the same on every page and in every build. */
function classNameOf(declaration: string): string {
  return `k-${declaration.replace(/[^\w-]/g, (sign) => `_${sign === ':' ? '' : sign.charCodeAt(0).toString(16)}`)}`;
}
