// Copies of the site to serve: under another path, of another version, or wrongly deployed.
import crypto from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';

const sum = (bytes) => 'sha256-' + crypto.createHash('sha256').update(bytes).digest('base64');

/** What a site's worker keeps: { build, precache: [[address, hash], …] }. */
export async function described(folder) {
    const worker = await fs.readFile(path.join(folder, 'sw.js'), 'utf8');
    const build = /["'`]([0-9a-f]{16})["'`]/.exec(worker)[1];
    const list = /\[\s*\[\s*["'`][\s\S]*?\]\s*\]/.exec(worker)[0];
    const precache = [...list.matchAll(/["'`]([^"'`]+)["'`]\s*,\s*["'`](sha256-[^"'`]+)["'`]/g)].map(([, address, hash]) => [address, hash]);
    return { build, precache, worker, list };
}

/** A copy of a site at `place` below a fresh folder. */
export async function copied(site, folder, place = '.') {
    const to = path.join(folder, place);
    await fs.mkdir(path.dirname(to), { recursive: true });
    await fs.cp(site, to, { recursive: true });
    return to;
}

/** Makes a later version of a copied site: another build, another title, another name for the program's two files. Answers its build. */
export async function renew(folder, build = 'feedc0dedeadbeef') {
    const now = await described(folder);
    const names = new Map(now.precache.filter(([address]) => /^app\./.test(address)).map(([address]) => [address, address.replace(/^app\./, 'app.2')]));
    for (const [old, renewed] of names) await fs.rename(path.join(folder, old), path.join(folder, renewed));
    const fresh = [];
    for (const [address] of now.precache) {
        const file = path.join(folder, names.get(address) ?? address);
        let bytes = await fs.readFile(file);
        if (/\.(html|js|css|json|webmanifest)$/.test(address)) {
            let text = bytes.toString().replaceAll(now.build, build).replace(/<title>[^<]*/, '$& (2)');
            for (const [old, renewed] of names) text = text.replaceAll(old, renewed);
            bytes = Buffer.from(text);
            await fs.writeFile(file, bytes);
        }
        fresh.push([names.get(address) ?? address, sum(bytes)]);
    }
    await fs.writeFile(path.join(folder, 'sw.js'), now.worker.replace(now.list, JSON.stringify(fresh)).replaceAll(now.build, build));
    return build;
}
