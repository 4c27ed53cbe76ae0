// Files that cannot be used, and how the page says so: [name, bytes, sentence].
import fs from 'node:fs/promises';
import path from 'node:path';
import { fixtures } from './harness.mjs';

const given = await fs.readFile(path.join(fixtures, 'journals', '1.0-two-series.dajim.json'));
const entries = (list) => Buffer.from(JSON.stringify({ format: 'dajim', version: '1.0', journal: {}, entries: list }));
const series = { kind: 'series', id: 's', fields: { name: { v: 'S' } } };

export const refused = [
    ['empty.dajim.json', Buffer.alloc(0), /“empty.dajim.json” is empty. Nothing changed./],
    ['empty.md', Buffer.alloc(0), /“empty.md” is empty. Nothing changed./],
    ['other.json', Buffer.from('{"name": "somebody", "private": true}'), /is not a Dajim journal. Nothing changed./],
    ['list.json', Buffer.from('[1, 2, 3]'), /is not a Dajim journal. Nothing changed./],
    ['broken.json', Buffer.from('{"format": "dajim", oh no}'), /is broken JSON. Nothing changed./],
    ['half.dajim.json', given.subarray(0, given.length >> 1), /is cut off before its end. Nothing changed./],
    ['less.dajim.json', Buffer.from(String(given).replace('"entries": 8', '"entries": 9')), /is cut off before its end. Nothing changed./],
    ['deep.json', Buffer.from('['.repeat(100000)), /is nested too deep. Nothing changed./],
    ['newer.dajim.json', await fs.readFile(path.join(fixtures, 'journals', '2.0-other-major.dajim.json')),
     /was written by a newer Dajim. Nothing changed./],
    ['latin1.dajim.json', Buffer.from(String(given).replace('Years', 'Jahr\u00e9'), 'latin1'), /is not UTF-8 text. Nothing changed./],
    ['utf16.md', Buffer.from('\ufeff# 다짐', 'utf16le'), /is not UTF-8 text. Nothing changed./],
    ['euckr.md', Buffer.from([0xb4, 0xd9, 0xc1, 0xfc]), /is not UTF-8 text. Nothing changed./],
    ['picture.png', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), /is not UTF-8 text. Nothing changed./],
    ['twice.dajim.json', entries([series, series]), /do not fit together. Nothing changed./],
    ['orphan.dajim.json', entries([series, { kind: 'pair', id: 'p', series: 'nowhere', fields: {} }]), /do not fit together. Nothing changed./],
    ['large.dajim.json', Buffer.concat([given, Buffer.alloc(21 * 1024 * 1024, ' ')]), /is too large .*Nothing changed./],
    ['large.md', Buffer.alloc(11 * 1024 * 1024, 'words\n'), /is too large .*Nothing changed./],
];
