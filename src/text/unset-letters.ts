import accents from './tables/text-accents.json' with { type: 'json' };

/** Letters that pdfLaTeX has no font or no command for, with the encodings that it has by itself (T1, UTF-8). */
const UNSET = /[ĦħĸĿŀŦŧŉſ]|(?![‐‑‒–—―‖‘’‚“”„†‡•…‰‱‹›※‽⁄₡₤₦₩₫€₱℃№℗℞℠™←↑→↓])[\u0180-\u{10ffff}]/gu;

/** Command of an accent by its combining mark. */
const COMMANDS = new Map(Object.entries(accents).map(([command, mark]) => [mark, command]));

/** A letter of ASCII by itself. */
const LETTER = /^[A-Za-z]$/;

/** The letters of a text that pdfLaTeX cannot set, each once, without those that are one with accents. */
export function unsetLetters(text: string): string[] {
  return [...new Set(text.match(UNSET) ?? [])].filter((letter) => accented(letter) === undefined);
}

/**
 * LaTeX that pdfLaTeX can set: `ễ` is `\~{\^{e}}`, and a letter of another script what it is written with in Latin ones.
 *
 * @param latin by letter; one that is not there stays
 */
export function settable(latex: string, latin: Readonly<Record<string, string>> = {}): string {
  return latex.replace(UNSET, (letter) => accented(letter) ?? latin[letter] ?? letter);
}

/** A letter under accents as commands; undefined for any other. */
function accented(letter: string): string | undefined {
  const [base = '', ...marks] = letter.normalize('NFD');
  if (!LETTER.test(base)) return undefined;
  let latex = base;
  for (const mark of marks) {
    const command = COMMANDS.get(mark);
    if (command === undefined) return undefined;
    latex = `\\${command}{${latex}}`;
  }
  return latex;
}
