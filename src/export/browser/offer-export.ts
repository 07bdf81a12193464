import type { ExportFormat } from '../../writers/index.ts';
import { element, loadScript } from '../../client/index.ts';

import { exportWords } from '../../words/index.ts';
import { type Exporter, GLOBALS } from '../contract.ts';
import { fileName } from './file-name.ts';

/** Papers to be written into a file. */
export interface Choice {
  /** Places in the survey's order, in the order wanted. */
  places: readonly number[];
  /** What the papers have in common, for the name of the file. */
  name: readonly string[];
  /** Public address of the search that found them, if one did. */
  search?: string;
}

const say = exportWords;

/**
 * Makes an offer of `ExportPapers.astro` work and shows it.
 *
 * @param choose says which papers are wanted, each time a reader asks for a file
 */
export function offerExport(offer: HTMLDetailsElement, choose: () => Promise<Choice>): void {
  const { exporter = '', works = '', survey = '', edition } = offer.dataset;
  const folder = new URL(works, document.baseURI).href;
  const body = element('div', { class: 'in' });
  offer.append(body);
  offer.hidden = false;
  offer.addEventListener('toggle', async () => {
    if (!offer.open || body.hasChildNodes()) return;
    try {
      const { formats, write } = await openExporter(new URL(exporter, document.baseURI).href);
      if (body.hasChildNodes()) return;
      body.append(
        form(formats, async (format) => {
          const { places, name, search } = await choose();
          // What was found is found again in the same edition by the same search.
          const remark =
            search === undefined ? [] : [say.from(places.length, survey, edition), search];
          const text = await write(format.format, places, folder, remark);
          const last = search === undefined ? undefined : edition;
          return { text, name: fileName(name, format.extension, last), format };
        }),
      );
    } catch {
      body.replaceChildren(element('p', { role: 'alert' }, say.failure));
    }
  });
}

/** A file in one of the formats. */
interface ExportFile {
  text: string;
  name: string;
  format: ExportFormat;
}

function form(
  formats: readonly ExportFormat[],
  make: (format: ExportFormat) => Promise<ExportFile>,
): HTMLFormElement {
  const choice = element(
    'select',
    { name: 'format', autocomplete: 'off' },
    ...formats.map(({ format, label }) => element('option', { value: format }, label)),
  );
  const file = async () => {
    const format = formats[choice.selectedIndex];
    if (!format) throw new Error('No format is chosen.');
    return make(format);
  };
  const status = element('p', { role: 'status' });
  const tell = async (outcome: Promise<string>) => {
    status.textContent = say.collecting;
    status.textContent = await outcome.catch(() => say.failure);
  };

  const made = element(
    'form',
    {},
    element('label', {}, say.format, choice),
    element('button', { type: 'submit' }, say.download),
  );
  made.addEventListener('submit', (event) => {
    event.preventDefault();
    void tell(file().then(save));
  });
  if (navigator.clipboard && 'ClipboardItem' in globalThis) {
    const copy = element('button', { type: 'button' }, say.copy);
    copy.addEventListener('click', () => void tell(copied(file())));
    made.append(copy);
  }
  choice.addEventListener('change', () => {
    status.textContent = '';
  });
  made.append(status);
  return made;
}

/** Puts a file among the reader's downloads. */
function save({ text, name, format }: ExportFile): string {
  const link = element('a', {
    href: URL.createObjectURL(new Blob([text], { type: format.mediaType })),
    download: name,
  });
  link.click();
  // The download has its own hold on the file once it has begun.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  return say.saved(name);
}

async function copied(file: Promise<ExportFile>): Promise<string> {
  // Browsers let a page write only while the click is fresh; an item may wait for its text.
  const text = file.then((made) => new Blob([made.text], { type: 'text/plain' }));
  await navigator.clipboard.write([new ClipboardItem({ 'text/plain': text })]);
  return say.copied((await file).format.label);
}

/**
 * What writes files, loaded when it is first asked for.
 *
 * @throws when it cannot be loaded
 */
async function openExporter(address: string): Promise<Exporter> {
  const known: unknown = Reflect.get(globalThis, GLOBALS.exporter);
  if (isExporter(known)) return known;
  await loadScript(address);
  const loaded: unknown = Reflect.get(globalThis, GLOBALS.exporter);
  if (!isExporter(loaded)) throw new Error(`${address} is not the exporter`);
  return loaded;
}

function isExporter(value: unknown): value is Exporter {
  return typeof value === 'object' && value !== null && 'formats' in value && 'write' in value;
}
