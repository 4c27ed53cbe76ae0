// A small static server, on this machine alone: as a module for tests and benchmarks, as a program for scripts/serve.
import { createReadStream, promises as fs, realpathSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const types = {
    '.html': 'text/html; charset=utf-8',
    '.js': 'text/javascript; charset=utf-8',
    '.css': 'text/css; charset=utf-8',
    '.json': 'application/json',
    '.wasm': 'application/wasm',
    '.webmanifest': 'application/manifest+json',
    '.svg': 'image/svg+xml',
    '.png': 'image/png',
    '.txt': 'text/plain; charset=utf-8',
};

// What docs/hosting.md asks of a host; the policy is the page's own, and what only a header can say.
const walls = {
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
};
async function policyOf(folder) {
    const page = await fs.readFile(path.join(folder, 'index.html'), 'utf8').catch(() => '');
    const policy = /http-equiv="?Content-Security-Policy"? content="([^"]*)"/.exec(page)?.[1];
    return policy ? { 'Content-Security-Policy': policy + "; frame-ancestors 'none'" } : {};
}

async function answer(folder, headers, request, response) {
    const refuse = (status) => response.writeHead(status, { 'Content-Type': 'text/plain' }).end(`${status}\n`);
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405);
    let name;
    try {
        name = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    } catch {
        return refuse(400);
    }
    if (name.endsWith('/')) name += 'index.html';
    // Neither dots nor a symbolic link leads out of the folder.
    const file = await fs.realpath(path.join(folder, name)).catch(() => null);
    if (!file || !file.startsWith(folder + path.sep)) return refuse(404);
    const stat = await fs.stat(file);
    if (!stat.isFile()) return refuse(404);
    const fresh = file.endsWith('.html') || path.basename(file) === 'sw.js';
    response.writeHead(200, {
        'Content-Type': types[path.extname(file)] ?? 'application/octet-stream',
        'Content-Length': stat.size,
        'Cache-Control': fresh ? 'no-cache' : 'max-age=60',
        ...headers,
    });
    if (request.method === 'HEAD') return response.end();
    createReadStream(file).pipe(response);
}

/** Serves a folder on 127.0.0.1, on any free port for 0. Answers the node:http server once it listens. */
export async function serve(folder, port = 0) {
    const root = realpathSync(folder), headers = { ...walls, ...await policyOf(root) };
    const server = createServer((request, response) => {
        answer(root, headers, request, response).catch(() => response.destroy());
    });
    return new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, '127.0.0.1', () => resolve(server));
    });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
    const words = process.argv.slice(2);
    const at = words.indexOf('--port');
    const port = at < 0 ? 8017 : Number(words.splice(at, 2)[1]);
    const folder = words[0] ?? 'build/site';
    try {
        const server = await serve(folder, port);
        console.log(`Dajim is at http://127.0.0.1:${server.address().port}/  (Ctrl+C ends it)`);
    } catch (error) {
        if (error.code === 'ENOENT') console.error(`serve: there is no ${folder}; scripts/build makes it`);
        else if (error.code === 'EADDRINUSE') console.error(`serve: port ${port} is taken; name another with --port N`);
        else console.error(`serve: ${error.message}`);
        process.exit(1);
    }
}
