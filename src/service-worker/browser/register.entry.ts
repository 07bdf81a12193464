import { TAKE_OVER } from '../contract.ts';
import { editionNote } from './edition-note.ts';

/** Milliseconds a page is left alone before its first visitor's browser fetches what it keeps. */
const FIRST_VISIT_PAUSE = 2000;

// Scripts stand in `assets/` below the site's first page, and the worker beside that page.
const script = document.currentScript;
if (
  script instanceof HTMLScriptElement &&
  /^https?:$/u.test(location.protocol) &&
  'serviceWorker' in navigator
) {
  const worker = new URL('../sw.js', script.src);
  // What the page and its search need comes first, and a reader who is gone at once wants nothing kept.
  const start = () => setTimeout(() => void keepForOffline(worker), FIRST_VISIT_PAUSE);
  if (navigator.serviceWorker.controller) void keepForOffline(worker);
  else if (document.readyState === 'complete') start();
  else addEventListener('load', start, { once: true });
}

/** Lets the worker keep the survey for reading without a connection, and says when a newer edition is ready. */
async function keepForOffline(worker: URL): Promise<void> {
  const container = navigator.serviceWorker;
  let registration: ServiceWorkerRegistration;
  try {
    registration = await container.register(worker);
  } catch {
    // The site is read online, as without a worker.
    return;
  }
  const show = editionNote(() => {
    const { waiting } = registration;
    // In another tab the reader may have taken the newer edition already.
    if (!waiting) return location.reload();
    container.addEventListener('controllerchange', () => location.reload(), { once: true });
    waiting.postMessage(TAKE_OVER);
  });
  const watch = (installing: ServiceWorker | null) =>
    installing?.addEventListener('statechange', () => {
      // The first worker of a reader replaces nothing.
      if (installing.state === 'installed' && container.controller) show();
    });

  if (registration.waiting && container.controller) show();
  watch(registration.installing);
  registration.addEventListener('updatefound', () => watch(registration.installing));
}
