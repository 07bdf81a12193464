import { mostPrinted, TITLE_CASE } from '../printed.ts';
import { WORD } from '../terms.ts';

/** How papers print words and phrases. */
export class PrintedForms {
  readonly #forms = new Map<string, Map<string, number>>();
  readonly #words = new Map<string, number>();

  /** Notes one word of running text. */
  word(surface: string): void {
    this.#words.set(surface, (this.#words.get(surface) ?? 0) + 1);
  }

  /** Notes a form of the phrase that has this key. */
  add(key: string, form: string): void {
    const forms = this.#forms.get(key) ?? new Map<string, number>();
    this.#forms.set(key, forms);
    const plain = form.replace(/\s+/g, ' ');
    forms.set(plain, (forms.get(plain) ?? 0) + 1);
  }

  /**
   * The form most often printed, without capitals that it owes to titles; of equals the first in order of code units. A plural
   * that stands half as often comes before its singular: papers on loans speak of a loan.
   */
  print(key: string): string {
    const counts = new Map<string, number>();
    for (const [form, count] of this.#forms.get(key) ?? []) {
      const plain = form.replace(WORD, (word) => this.#plainCase(word));
      counts.set(plain, (counts.get(plain) ?? 0) + count);
    }
    const most = mostPrinted(counts) ?? key;
    const plural = [`${most}s`, `${most}es`, most.replace(/y$/, 'ies')].find(
      (form) => form !== most && 2 * (counts.get(form) ?? 0) >= (counts.get(most) ?? 1),
    );
    return plural ?? most;
  }

  /** A word without the capital it owes to a title: where the papers print it about as often without. */
  #plainCase(word: string): string {
    if (!TITLE_CASE.test(word)) return word;
    const lower = word.toLowerCase();
    return 4 * (this.#words.get(lower) ?? 0) >= (this.#words.get(word) ?? 0) ? lower : word;
  }
}
