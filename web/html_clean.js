// HTML from elsewhere, read by the browser's own parser into a document that does nothing.
//
// Before that, one pass over the text leaves only elements and attributes that web/html_markdown.js understands. The parser alone would
// not do: Chromium holds even a dead document's styles and handlers against the page's policy and reports each, and both browsers need
// minutes for what is nested a hundred thousand deep. This pass is linear whatever it is given; what it gives is nested neatly and not
// deep. It need not read broken HTML as browsers do, since only what it wrote itself is parsed.
addToLibrary({
    $djHtml: {
        policy: null,     // Trusted Types' leave to parse; made when it is first needed
        most: 2000000,    // letters; more takes more than a moment
        deepest: 400,     // browsers flatten from 512 on

        // Elements that mean something. All others are left out, and their words stay.
        blocks: ('p div section article header footer main nav aside h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre table ' +
            'thead tbody tfoot tr td th caption figure figcaption hr address details summary form fieldset center').split(' '),
        inlines: 'span b strong i em s strike del code kbd samp tt a img br input label font'.split(' '),
        // What has no end, what ends by itself, and what is left out with all that is in it.
        voids: 'img br hr input'.split(' '),
        lazy: 'p li dt dd td th tr thead tbody tfoot'.split(' '),
        mute: ('head script style title textarea template noscript iframe object svg math canvas audio video select button xmp ' +
            'noembed noframes').split(' '),
        // Formatting elements are parsed by a rule that multiplies them when they are not closed; by another name they are not.
        shy: 'b strong i em s strike code tt a font'.split(' '),
        attributes: ('class href src alt type checked start value role aria-checked aria-hidden hidden width height colspan ' +
            'rowspan data-checked data-language data-lang data-ke-language data-src style').split(' '),

        /// The document, or null when it is too large or too deep, or cannot be read by `deadline` (performance.now()).
        parse(html, deadline) {
            const clean = html.length > djHtml.most ? null : djHtml.clean(html, deadline);
            if (clean === null) return null;
            // The one place of the page that parses HTML: what it parses was written by clean().
            djHtml.policy ??= window.trustedTypes?.createPolicy('dajim-paste', { 'createHTML': (text) => text });
            return new DOMParser().parseFromString(djHtml.policy ? djHtml.policy.createHTML(clean) : clean, 'text/html');
        },

        /// What an element was called before clean().
        name(element) { return element.localName.replace('dj-', ''); },

        clean(html, deadline) {
            const out = [], open = [];  // open: names, in the order they were begun
            const write = (name, end, attributes = '') => out.push(end ? '</' : '<', djHtml.shy.includes(name) ? 'dj-' : '', name, attributes, '>');
            const tag = /<(\/?)([a-z][a-z0-9-]*)/iy;
            const gone = new Set();   // what does not come any more is not looked for again
            const find = (what, from) => {
                if (gone.has(what)) return null;
                const sought = new RegExp(what, 'gi');
                sought.lastIndex = from;
                const found = sought.exec(html);
                if (!found) gone.add(what);
                return found && { from: found.index, to: sought.lastIndex };
            };
            for (let at = 0, tags = 0; ;) {
                if (++tags % 1000 === 0 && performance.now() > deadline) return null;
                const next = html.indexOf('<', at);
                out.push((next < 0 ? html.slice(at) : html.slice(at, next)).replaceAll('\0', ''));
                if (next < 0) break;
                tag.lastIndex = next;
                const [, slash, written] = tag.exec(html) ?? [];
                if (!written) {
                    const comment = html.startsWith('<!--', next) ? find('-->', next + 4) : null;
                    const end = comment ?? ('!?/'.includes(html[next + 1] || ' ') ? find('>', next) : null);
                    if (!end) out.push('&lt;');
                    at = end?.to ?? next + 1;
                    continue;
                }
                const name = written.toLowerCase();
                const [attributes, behind] = djHtml.take(html, tag.lastIndex);
                at = behind;
                if (slash) {
                    if (djHtml.voids.includes(name)) continue;
                    // Back to where it was begun, past what ends by itself; what was never begun ends nothing.
                    let top = open.length - 1;
                    while (top >= 0 && open[top] !== name && (djHtml.lazy.includes(open[top]) || djHtml.inlines.includes(open[top])) &&
                           open.length - top < 16) top--;
                    if (top < 0 || open[top] !== name) continue;
                    while (open.length > top) write(open.pop(), true);
                } else if (djHtml.mute.includes(name)) {
                    const end = find(`</${name}[^<>]*>`, at);
                    if (end && name === 'math') out.push(djHtml.formula(html.slice(at, end.from)));
                    // Where it has no end, its beginning alone is left out: the words behind it are the writer's.
                    if (end) at = end.to;
                    else if (name === 'script' || name === 'style') break;
                } else if (djHtml.blocks.includes(name) || djHtml.inlines.includes(name)) {
                    if (djHtml.lazy.includes(name) && open.at(-1) === name) write(open.pop(), true);
                    write(name, false, attributes);
                    if (!djHtml.voids.includes(name) && open.push(name) > djHtml.deepest) return null;
                }
            }
            while (open.length) write(open.pop(), true);
            return out.join('');
        },

        /// The attributes from `at` on that mean something, as text, and where their tag ends.
        take(html, at) {
            const one = /[\s\/]*(?:(>)|([^\s\/>=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"'][^\s>]*))?)?|.)/sy;
            let text = '';
            for (one.lastIndex = at; ;) {
                const found = one.exec(html);
                if (!found) return [text, html.length];
                if (found[1]) return [text, one.lastIndex];
                const name = found[2]?.toLowerCase();
                if (!djHtml.attributes.includes(name) || text.length > 8000) continue;
                const value = found[3] ?? found[4] ?? found[5] ?? '';
                // By its own name a style would be held against the page's policy.
                if (value.length <= 4000) text += ` ${name === 'style' ? 'data-style' : name}="${value.replaceAll('"', '&quot;')}"`;
            }
        },

        /// What TeX wrote of a formula, or else its letters.
        formula(inside) {
            const tex = /<annotation encoding="application\/x-tex">([^<]*)/.exec(inside);
            return tex ? `$${tex[1].trim()}$` : inside.replace(/<[^<>]*>/g, '');
        },
    },
});
