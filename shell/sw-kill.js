// The way back: an operator who serves this in place of sw.js takes all offline copies away. The next load comes from the network.
// What people wrote is in IndexedDB, and no line of this goes there.
'use strict';

const family = 'dajim ' + new URL('.', location.href).pathname + ' ';

self.addEventListener('install', () => self.skipWaiting());

self.addEventListener('activate', (event) => event.waitUntil((async () => {
    const kept = (await caches.keys()).filter((key) => key.startsWith(family));
    await Promise.all(kept.map((key) => caches.delete(key)));
    await self.registration.unregister();
})()));
