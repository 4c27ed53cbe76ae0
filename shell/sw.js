// Keeps one whole version of the page for offline use and never mixes two. Precaches by hash, all or nothing.
'use strict';

const build = '@BUILD_ID@';
const precache = @PRECACHE@;  // [address relative to this file, "sha256-…"]
const page = 'index.html';
// Several copies may live on one origin, each under its own path; none touches the others' caches.
const family = 'dajim ' + new URL('.', location.href).pathname + ' ';
const name = family + build;
const own = new Set(precache.map(([address]) => new URL(address, location.href).href)).add(new URL('.', location.href).href);

async function fetchWhole([address, integrity]) {
    const response = await fetch(address, {cache: 'reload', integrity, credentials: 'same-origin'});
    if (!response.ok) throw new Error(address + ': ' + response.status);
    // A host may have redirected; a navigation must not be answered with such a response.
    return response.redirected ? new Response(await response.blob(), {headers: response.headers}) : response;
}

self.addEventListener('install', (event) => event.waitUntil((async () => {
    const responses = await Promise.all(precache.map(fetchWhole));
    const cache = await caches.open(name);
    try {
        await Promise.all(precache.map(([address], i) => cache.put(address, responses[i])));
    } catch (error) {
        await caches.delete(name);
        throw error;
    }
})()));

self.addEventListener('activate', (event) => event.waitUntil((async () => {
    const old = (await caches.keys()).filter((key) => key.startsWith(family) && key !== name);
    await Promise.all(old.map((key) => caches.delete(key)));
    // The page of a first visit came from the network; from here on it is answered from the cache like every later one.
    if (!old.length) await self.clients.claim();
})()));

// The page asks for it once a person does and all words are kept. All windows of this origin go over at once.
self.addEventListener('message', (event) => {
    if (event.data === 'skip') self.skipWaiting();
});

async function answer(request) {
    const cache = await caches.open(name);
    const kept = await cache.match(request, {ignoreSearch: true}) ||
        (request.mode === 'navigate' && await cache.match(page));
    if (kept) return kept;
    // Emptied by the browser, not by us: then the network is all there is. An empty cache holds no version to mix with.
    if (!(await cache.keys()).length) return fetch(request);
    return Response.error();
}

// Under the same path may lie pages that are none of ours: only what belongs to this version is answered.
self.addEventListener('fetch', (event) => {
    const { origin, pathname } = new URL(event.request.url);
    if (own.has(origin + pathname)) event.respondWith(answer(event.request));
});
