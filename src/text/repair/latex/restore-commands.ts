/** `https://a.example/x{the code}`: what stripping leaves of `\href{U}{V}`. */
const LINK = /(https?:\/\/[^\s{}]+)\{([^{}]*)\}/g;
/** `~jns13`, `~smith2020deep,lee21`: what stripping leaves of `~\cite{k}`; keys of BibTeX end in a year and a word. */
const TIED_KEYS =
  /~((?:[a-z][a-z-]+(?:19|20)?\d{2}[a-z]*)(?:,\s?[a-z][a-z-]+(?:19|20)?\d{2}[a-z]*)*)(?![\w-])/g;
/** `nichani2023provable`: a key as reference managers make them, which is no word; `textx2014and` held a dash. */
const KEY = /(?<![\w~{/.@-])([a-z]{2,}[a-wyz](?:19|20)\d{2}[a-z]{3,})(?![\w-])/g;

/**
 * Text of a page that strips its formulas with the commands put back that left their argument in prose: links and
 * citations. Stripping the result gives the text.
 */
export function restoreCommands(text: string): string {
  return text
    .replace(LINK, '\\href{$1}{$2}')
    .replace(TIED_KEYS, '~\\cite{$1}')
    .replace(KEY, '\\cite{$1}');
}
