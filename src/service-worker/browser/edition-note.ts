import { scriptWords } from '../../words/index.ts';

/** Where the reader's “Not now” is remembered until the tab is closed. */
const PUT_OFF = 'newer-edition-put-off';

/**
 * A place at the foot of the window where a screen reader announces that a newer edition is ready.
 *
 * @param reload called when the reader asks for it
 * @returns shows the note, unless the reader has put it off in this tab
 */
export function editionNote(reload: () => void): () => void {
  // A live region must stand on the page before its text does.
  const region = document.createElement('div');
  region.className = 'newer-edition';
  region.role = 'status';
  document.body.append(region);

  return () => {
    if (isPutOff() || region.hasChildNodes()) return;
    const text = document.createElement('p');
    text.textContent = scriptWords.newerEdition;
    const answers = document.createElement('div');
    answers.className = 'answers';
    answers.append(
      button(scriptWords.reload, reload),
      button(scriptWords.notNow, () => {
        putOff();
        region.replaceChildren();
      }),
    );
    region.append(text, answers);
  };
}

function button(label: string, work: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = label;
  made.addEventListener('click', work);
  return made;
}

function isPutOff(): boolean {
  try {
    return sessionStorage.getItem(PUT_OFF) !== null;
  } catch {
    return false;
  }
}

function putOff(): void {
  try {
    sessionStorage.setItem(PUT_OFF, 'yes');
  } catch {
    // Without storage the note comes back on the next page.
  }
}
