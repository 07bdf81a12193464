import { scriptWords } from '../words/index.ts';

/** How long a button says that it has copied, in milliseconds. */
const SAID = 2000;

/**
 * Shows every `button.copy` and makes it copy its `data-text`, or else the text of the element its `data-copy` names by id.
 * Where the page may not write to the clipboard the buttons stay hidden.
 */
export function offerCopying(): void {
  if (!navigator.clipboard) return;
  for (const button of document.querySelectorAll<HTMLButtonElement>('button.copy')) {
    const source = document.getElementById(button.dataset['copy'] ?? '');
    if (!source) continue;
    const label = button.textContent;
    button.hidden = false;
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(button.dataset['text'] ?? source.textContent.trim());
      button.textContent = scriptWords.copied;
      setTimeout(() => {
        button.textContent = label;
      }, SAID);
    });
  }
}
