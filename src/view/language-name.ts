/** Names of babel and polyglossia, which biblatex writes as `langid`, that are no names of languages in English. */
const BABEL: Readonly<Record<string, string>> = {
  american: 'en-US',
  australian: 'en-AU',
  austrian: 'de-AT',
  brazilian: 'pt-BR',
  british: 'en-GB',
  canadian: 'en-CA',
  naustrian: 'de-AT',
  ngerman: 'de',
  nswissgerman: 'de-CH',
  swissgerman: 'de-CH',
  ukenglish: 'en-GB',
  usenglish: 'en-US',
};

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];

const namesIn = (language: string) =>
  new Intl.DisplayNames(language, { type: 'language', fallback: 'none' });

/** Two-letter codes of languages by their English names. */
const codes = new Map<string, string>();

function codeOf(name: string): string | undefined {
  if (codes.size === 0) {
    const english = namesIn('en');
    for (const code of LETTERS.flatMap((first) => LETTERS.map((second) => first + second))) {
      const each = english.of(code)?.toLowerCase();
      if (each !== undefined && !codes.has(each)) codes.set(each, code);
    }
  }
  return codes.get(name);
}

/**
 * `German` for `de`, `ger`, `german` and `ngerman`; what a source says in other words as it says it.
 *
 * @param language tag of the language that the name is in
 */
export function languageName(stated: string, language: string): string {
  const name = stated.toLowerCase();
  try {
    return namesIn(language).of(BABEL[name] ?? codeOf(name) ?? stated) ?? stated;
  } catch {
    // What is no tag: `English, with a summary in French`.
    return stated;
  }
}
