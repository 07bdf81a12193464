import { scriptWords } from '../words/index.ts';
import { element } from './dom.ts';

/** How long a button says that it has copied, in milliseconds. */
const SAID = 2000;

/**
 * Shows every `button.copy` and makes it copy its `data-text`, or else the text of the element its `data-copy` names by id.
 * Where the page may not write to the clipboard the buttons stay hidden. What a button says, a status says to those who
 * do not see it.
 */
export function offerCopying(): void {
  if (!navigator.clipboard) return;
  const status = element('p', { role: 'status', class: 'vh' });
  document.body.append(status);
  for (const button of document.querySelectorAll<HTMLButtonElement>('button.copy')) {
    const source = document.getElementById(button.dataset['copy'] ?? '');
    if (!source) continue;
    const label = button.textContent;
    button.hidden = false;
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(button.dataset['text'] ?? source.textContent.trim());
      button.textContent = scriptWords.copied;
      status.textContent = scriptWords.copied;
      setTimeout(() => {
        button.textContent = label;
        status.textContent = '';
      }, SAID);
    });
  }
}
