import { TAKE_OVER } from '../contract.ts';
import { pathBelow } from './address.ts';
import { answer, isAnswered, keepOpenPage } from './answer.ts';
import { Store } from './store.ts';

declare const self: ServiceWorkerGlobalScope;
/** Digest of the list of files, put in by the build. */
declare const EDITION: string;

// The worker stands beside the first page, whatever the site's base path.
const root = new URL('./', self.location.href).href;
const store = new Store(root, EDITION);

// As long as this fails, the edition before stays as it is.
self.addEventListener('install', (event) => event.waitUntil(store.keepEdition()));

self.addEventListener('activate', (event) => event.waitUntil(takeOver()));

self.addEventListener('message', (event) => {
  if (event.data === TAKE_OVER) event.waitUntil(self.skipWaiting());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const path = pathBelow(root, request.url);
  if (path === undefined || !isAnswered(request, path)) return;
  event.respondWith(answer(request, path, store, (work) => event.waitUntil(work)));
});

async function takeOver(): Promise<void> {
  await store.dropOthers();
  await self.clients.claim();
  for (const { url } of await self.clients.matchAll({ type: 'window' })) {
    const path = pathBelow(root, url);
    if (path === undefined) continue;
    // Without it the page is kept when it is next visited.
    await keepOpenPage(url, path, store).catch(() => undefined);
  }
}
