// Reads the PNGs that browsers make of a page: 8 bits, RGB or RGBA, not interlaced.
import { inflateSync } from 'node:zlib';

/** { width, height, at(x, y) -> [r, g, b] } of a PNG's bytes. */
export function readPng(bytes) {
    const data = Buffer.from(bytes);
    let width, height, channels;
    const parts = [];
    for (let at = 8; at < data.length;) {
        const length = data.readUInt32BE(at), type = data.toString('latin1', at + 4, at + 8), body = data.subarray(at + 8, at + 8 + length);
        if (type === 'IHDR') {
            width = body.readUInt32BE(0);
            height = body.readUInt32BE(4);
            channels = { 2: 3, 6: 4 }[body[9]];
            if (body[8] !== 8 || !channels || body[12]) throw new Error('not a PNG of the simple kind');
        }
        if (type === 'IDAT') parts.push(body);
        at += length + 12;
    }
    const packed = inflateSync(Buffer.concat(parts));
    const stride = width * channels, pixels = Buffer.alloc(stride * height);
    for (let y = 0; y < height; y++) {
        const filter = packed[y * (stride + 1)], from = y * (stride + 1) + 1, to = y * stride;
        for (let x = 0; x < stride; x++) {
            const left = x < channels ? 0 : pixels[to + x - channels];
            const up = y ? pixels[to + x - stride] : 0;
            const corner = y && x >= channels ? pixels[to + x - stride - channels] : 0;
            let guess = 0;
            if (filter === 1) guess = left;
            else if (filter === 2) guess = up;
            else if (filter === 3) guess = (left + up) >> 1;
            else if (filter === 4) {
                const p = left + up - corner, a = Math.abs(p - left), b = Math.abs(p - up), c = Math.abs(p - corner);
                guess = a <= b && a <= c ? left : b <= c ? up : corner;
            }
            pixels[to + x] = packed[from + x] + guess;
        }
    }
    return { width, height, at: (x, y) => [...pixels.subarray((y * width + x) * channels, (y * width + x) * channels + 3)] };
}
