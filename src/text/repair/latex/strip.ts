/** `\cmd{arg}`; the argument ends at the first closing brace: `\widetilde{\mathcal{O}` of `\widetilde{\mathcal{O}}`. */
const commandWithArgument = /\\[a-zA-Z]+\{([^}]*)\}/g;
/** `$x^2$`. */
const dollars = /\$([^$]*)\$/g;

/**
 * What the stripping page shows of a LaTeX text: every `\cmd{arg}` becomes `arg`, in one pass, then every `$..$` its
 * content without backslashes.
 */
export function strip(latex: string): string {
  return latex
    .replace(commandWithArgument, '$1')
    .replace(dollars, (_, content: string) => content.replaceAll('\\', ''));
}
