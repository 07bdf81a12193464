import { scriptWords } from '../words/index.ts';
import { rememberScheme } from './scheme-memory.ts';

/** Shows the button that turns light into dark and back, and remembers the choice. */
export function offerScheme(): void {
  const button = document.querySelector<HTMLButtonElement>('button.scheme');
  if (!button) return;
  const root = document.documentElement;
  const system = matchMedia('(prefers-color-scheme: dark)');
  const isDark = () => (root.dataset['scheme'] ?? (system.matches ? 'dark' : 'light')) === 'dark';
  const label = () => {
    button.textContent = isDark() ? scriptWords.lightPage : scriptWords.darkPage;
  };
  label();
  button.hidden = false;
  system.addEventListener('change', label);
  button.addEventListener('click', () => {
    const scheme = isDark() ? 'light' : 'dark';
    root.dataset['scheme'] = scheme;
    rememberScheme(scheme);
    label();
  });
}
