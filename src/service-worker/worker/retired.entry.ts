import { forgetEverything } from './store.ts';

declare const self: ServiceWorkerGlobalScope;

// Takes the place of a worker that was switched off: browsers look for a newer one and find this.
self.addEventListener('install', (event) => event.waitUntil(self.skipWaiting()));
self.addEventListener('activate', (event) => event.waitUntil(retire()));

async function retire(): Promise<void> {
  await forgetEverything(new URL('./', self.location.href).href);
  await self.registration.unregister();
}
