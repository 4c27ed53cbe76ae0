// HTML from blogs, documents and notes as the Markdown that somebody would have written instead.
//
// A walk over the parsed tree gathers runs of words with their looks; where a block begins or ends, the runs become one block of lines;
// blocks are joined with the blank lines they need. Signs of Markdown that stand in the words are escaped only where they would act.
addToLibrary({
    $djMarkdown__deps: ['$djHtml', '$djWords'],
    $djMarkdown: {
        rich: false,       // there is something that plain text does not tell
        paragraphs: 0,
        last: { element: null, style: null },  // see style()

        /// The Markdown of `html`, or '' where `text`, what the clipboard has beside it, says as much.
        of(html, text) {
            djMarkdown.rich = false;
            djMarkdown.paragraphs = 0;
            djWords.deadline = performance.now() + 700;  // nobody waits longer for a paste
            djWords.rich = false;
            try {
                const { body } = djHtml.parse(html, djWords.deadline) ?? {};
                if (!body) return '';
                const { blocks } = djMarkdown.collect(body, djWords.plain);
                // Of one block of code with no language, as editors give it, the code is wanted and no fence.
                if (blocks.length === 1 && blocks[0].kind === 'code' && !blocks[0].language) djMarkdown.rich = false;
                // Some programs part paragraphs by one line's end only.
                const run = djMarkdown.paragraphs > 1 && !/\n[ \t]*\r?\n/.test(text);
                if (text && !djMarkdown.rich && !djWords.rich && !run) return '';
                if (blocks[0]?.kind === 'rule') blocks[0].text = '***';  // "---" could begin front matter
                return djMarkdown.join(blocks, false);
            } catch (error) {
                console.warn('paste', error);
                return '';
            } finally {
                djMarkdown.last = { element: null, style: null };
            }
        },

        /// Of what a paste or a drop brings: its plain text, and Markdown where that says more.
        from(data) {
            const plain = data.getData('text/plain').replace(/\r\n?/g, '\n');
            // An editor's colours say nothing about the words.
            const html = data.types.includes('vscode-editor-data') ? '' : data.getData('text/html');
            return [plain, html ? djMarkdown.of(html, plain) : ''];
        },

        // ----------------------------------------------------------------------------------------------------------- the walk

        /// The blocks of what is inside a node.
        collect(node, look, item = false, box = null) {
            const out = { blocks: [], runs: [], kind: 'line', item, box };
            djMarkdown.visit(node, look, out);
            djMarkdown.flush(out);
            return out;
        },

        visit(node, look, out) {
            for (let child = node.firstChild; child; child = child.nextSibling) {
                if (child.nodeType === 3) out.runs.push({ text: child.data, look });
                else if (child.nodeType === 1) djMarkdown.element(child, look, out);
            }
        },

        element(element, look, out) {
            djWords.late();
            if (djMarkdown.hidden(element)) return;
            const name = djHtml.name(element);
            // What many blogs put before a heading, to link to it.
            if (name === 'a' && look.heading && /^[#¶§]?$/.test(element.textContent.trim())) return;
            const push = (block) => { djMarkdown.rich = true; out.blocks.push(block); };
            switch (name) {
            case 'br': out.runs.push({ text: '\n', look: { ...look, keep: true } }); return;
            case 'img': djMarkdown.image(element, look, out); return;
            case 'input':
                if (element.type === 'checkbox') out.box = element.hasAttribute('checked');
                return;
            }
            if (djMarkdown.ticked(element) !== null) out.box ??= djMarkdown.ticked(element);
            const inside = djMarkdown.looks(element, name, look);
            const level = /^h([1-6])$/.exec(name)?.[1];
            const word = djMarkdown.style(element, 'mso-list').match(/level(\d)/)?.[1];
            const block = djHtml.blocks.includes(name) || /^(block|flex|grid|list-item|table)/.test(djMarkdown.style(element, 'display'));
            if (!block) return djMarkdown.visit(element, inside, out);
            djMarkdown.flush(out);
            if (name === 'hr') {
                push({ kind: 'rule', text: '---' });
            } else if (level) {
                const text = djMarkdown.oneLine(djMarkdown.collect(element, { ...inside, heading: true, within: true }).blocks);
                if (text) push({ kind: 'heading', text: '#'.repeat(level) + ' ' + text });
            } else if (name === 'ul' || name === 'ol') {
                out.blocks.push(...djMarkdown.list(element, inside, name === 'ol'));
            } else if (name === 'li') {  // without its list, as where a selection began in it
                out.blocks.push(...djMarkdown.items([element], inside, false, 1));
            } else if (word) {
                djMarkdown.wordItem(element, inside, Number(word), out);
            } else if (name === 'blockquote') {
                const text = djMarkdown.join(djMarkdown.collect(element, inside).blocks, false);
                if (text) push({ kind: 'quote', text: text.replace(/^/gm, '> ').replace(/^> $/gm, '>') });
            } else if (name === 'pre') {
                djMarkdown.code(element, push);
            } else if (name === 'table') {
                djMarkdown.table(element, inside, out);
            } else {
                const { kind } = out;
                out.kind = name === 'p' || name === 'figcaption' || name === 'summary' ? 'paragraph' : 'line';
                djMarkdown.visit(element, inside, out);
                djMarkdown.flush(out);
                out.kind = kind;
            }
        },

        /// The runs gathered so far become a block.
        flush(out) {
            const { runs, box } = out;
            out.runs = [];
            if (runs.length === 0) return;
            const text = djWords.inline(runs);
            if (text && box !== null && !out.item) {
                out.box = null;
                djMarkdown.rich = true;
                out.blocks.push({ kind: 'item', bullet: '-', text: `- [${box ? 'x' : ' '}] ${text}` });
            } else if (text) {
                if (out.kind === 'paragraph') djMarkdown.paragraphs++;
                out.blocks.push({ kind: out.kind, text });
            } else if (runs.some((run) => run.text === '\n' && run.look.keep)) {
                out.blocks.push({ kind: 'blank' });  // a line of its own with nothing on it
            }
        },

        /// `tight`: inside of an item, whose own list follows it without a blank line.
        join(blocks, tight) {
            let text = '', last = null, blank = false;
            for (const block of blocks) {
                if (block.kind === 'blank') {
                    blank = true;
                    continue;
                }
                const both = (kind) => last?.kind === kind && block.kind === kind;
                const close = (both('item') && last.bullet === block.bullet) || (both('line') && !blank) ||
                    (tight && block.kind === 'item' && (last?.kind === 'line' || last?.kind === 'paragraph'));
                text += (last ? (close ? '\n' : '\n\n') : '') + block.text;
                last = block;
                blank = false;
            }
            return text;
        },
        oneLine(blocks) { return djMarkdown.join(blocks, false).replace(/\s*\n\s*/g, ' '); },

        // -------------------------------------------------------------------------------------------------- what an element is

        /// The value of the first of these properties that an element's own style has, or ''.
        style(element, ...properties) {
            const style = element.dataset['style'];
            if (!style) return '';
            if (djMarkdown.last.element !== element) {  // asked about ten times in a row
                const parts = style.toLowerCase().split(';').map((part) => part.split(':'));
                djMarkdown.last = { element, style: new Map(parts.map(([name, value]) => [name.trim(), (value ?? '').trim()])) };
            }
            return djMarkdown.last.style.get(properties.find((property) => djMarkdown.last.style.has(property))) ?? '';
        },

        hidden(element) {
            return element.hidden || element.getAttribute('aria-hidden') === 'true' ||
                /^none/.test(djMarkdown.style(element, 'display')) || /^hidden/.test(djMarkdown.style(element, 'visibility')) ||
                /^(all|ignore)/.test(djMarkdown.style(element, 'mso-hide', 'mso-list')) ||
                /(^|\s)(sr-only|visually-hidden|screen-reader-text|blind)(\s|$)/.test(element.className) ||
                // Numbers of lines beside code.
                (/^(td|pre|span|dj-a)$/.test(element.localName) && /(^|\s)(line-?numbers?|lineno|gutter|rouge-gutter|blob-num)(\s|$)/.test(element.className));
        },

        looks(element, name, look) {
            const out = { ...look };
            const weight = djMarkdown.style(element, 'font-weight');
            // A <b> with a normal weight is Google's wrapper round all of a document, and bold are its spans.
            if (/^(normal|lighter|[1-4]\d\d)/.test(weight)) out.strong = false;
            else if (name === 'b' || name === 'strong' || /^(bold|[6-9]\d\d)/.test(weight)) out.strong = true;
            const slant = djMarkdown.style(element, 'font-style');
            if (/^normal/.test(slant)) out.em = false;
            else if (name === 'i' || name === 'em' || /^(italic|oblique)/.test(slant)) out.em = true;
            if (name === 's' || name === 'strike' || name === 'del' ||
                /line-through/.test(djMarkdown.style(element, 'text-decoration', 'text-decoration-line'))) out.strike = true;
            if (/^(code|kbd|samp|tt)$/.test(name)) out.code = true;
            const space = djMarkdown.style(element, 'white-space', 'white-space-collapse');
            if (space) out.keep = /^(pre|break|preserve)/.test(space);
            if (name === 'a') {
                const href = djMarkdown.address(element.getAttribute('href'));
                out.link = href ? { href, used: false } : null;
            }
            return out;
        },

        /// Where a link may lead, or null: nothing that runs, and nothing that only means something where it was copied.
        address(href) {
            const bare = (href ?? '').replace(/[\0-\x20\x7f]/g, (sign) => sign === ' ' ? '%20' : '');
            if (!/^(https?|mailto|tel):/i.test(bare)) return null;
            let depth = 0, even = true;
            for (const sign of bare) if (sign === '(' || sign === ')') even &&= (depth += sign === '(' ? 1 : -1) >= 0;
            const safe = bare.replace(/[<>"\\]/g, encodeURIComponent);
            return even && depth === 0 ? safe : safe.replaceAll('(', '%28').replaceAll(')', '%29');
        },

        image(element, look, out) {
            const alt = (element.getAttribute('alt') ?? '').replace(/\s+/g, ' ').trim();
            const [src] = [element.getAttribute('src'), element.dataset['src']].map(djMarkdown.address).filter((one) => one && /^http/i.test(one));
            const dot = Number(element.getAttribute('width') ?? 9) < 2 || Number(element.getAttribute('height') ?? 9) < 2;
            if (dot || (out.box !== null && out.item && !src)) return;  // counts readers, or is the picture of a box
            if (!src || /^\p{Extended_Pictographic}[\p{Extended_Pictographic}\p{Emoji_Modifier}\u200d\ufe0f]*$/u.test(alt)) {
                if (alt) out.runs.push({ text: alt, look });
                return;
            }
            djMarkdown.rich = true;
            out.runs.push({ text: `![${alt.replace(/[\[\]\\]/g, '\\$&')}](${src})`, look: { ...look, link: null }, raw: true });
        },

        /// Whether it says of itself that it is a task's box: true, false, or null.
        ticked(element) {
            const said = (element.getAttribute('role') === 'checkbox' && element.getAttribute('aria-checked')) || element.dataset['checked'];
            if (said) return said === 'true';
            const [, on] = /(?:^|\s)checkbox-(on|off)(?:\s|$)/.exec(element.className) ?? [];
            return on ? on === 'on' : null;
        },

        // ------------------------------------------------------------------------------------------------------ lists, code, tables

        list(element, look, ordered) {
            return djMarkdown.items([...element.children], look, ordered, Number(element.getAttribute('start') ?? 1) || 0);
        },

        items(elements, look, ordered, number) {
            const items = [];
            const inside = (block, text) => text.replace(/\n(?=[^\n])/g, '\n' + ' '.repeat(block.width));
            for (const element of elements) {
                if (djMarkdown.hidden(element)) continue;
                const name = djHtml.name(element);
                const nested = name === 'ul' || name === 'ol';
                const { blocks, box } = nested ? { blocks: djMarkdown.list(element, look, name === 'ol'), box: null }
                    : djMarkdown.collect(element, djMarkdown.looks(element, name, look), true, djMarkdown.ticked(element));
                if (blocks.length === 0) continue;
                const last = items.at(-1);
                // A list within a list and in no item (Google), or in one without words (Word), belongs to the item before it.
                if (box === null && blocks.every((block) => block.kind === 'item')) {
                    if (last) last.text += inside(last, '\n' + djMarkdown.join(blocks, true));
                    else items.push(...blocks);
                    continue;
                }
                const value = Number(element.getAttribute('value'));
                if (ordered && value) number = value;
                const marker = ordered ? `${number++}. ` : '- ';
                const block = { kind: 'item', bullet: ordered ? '1' : '-', width: marker.length };
                block.text = marker + (box === null ? '' : `[${box ? 'x' : ' '}] `) + inside(block, djMarkdown.join(blocks, true));
                djMarkdown.rich = true;
                items.push(block);
            }
            return items;
        },

        /// Word writes lists as paragraphs that look like lists; what stands in the place of a bullet says which kind.
        wordItem(element, look, level, out) {
            let bullet = '';
            for (const span of element.querySelectorAll('span')) {
                if (/^ignore/.test(djMarkdown.style(span, 'mso-list'))) bullet ||= span.textContent.trim();
            }
            const number = /^(\d+)[.)]/.exec(bullet)?.[1];
            const text = djMarkdown.join(djMarkdown.collect(element, look, true).blocks, true);
            if (!text) return;
            djMarkdown.rich = true;
            const indent = ' '.repeat((number ? 3 : 2) * (level - 1));
            out.blocks.push({ kind: 'item', bullet: level > 1 ? out.blocks.at(-1)?.bullet ?? '-' : number ? '1' : '-',
                              text: indent + (number ? `${number}. ` : '- ') + text.replace(/\n/g, '\n' + indent + '   ') });
        },

        code(element, push) {
            let text = '', depth = 0;
            const walk = (node) => {
                for (let child = node.firstChild; child; child = child.nextSibling) {
                    if (child.nodeType === 3) text += child.data;
                    if (child.nodeType !== 1 || djMarkdown.hidden(child)) continue;
                    const line = /^(div|p|li|tr)$/.test(djHtml.name(child));
                    if (line && text && !text.endsWith('\n')) text += '\n';
                    if (child.localName === 'br') text += '\n';
                    walk(child);
                    if (line && !text.endsWith('\n')) text += '\n';
                }
            };
            walk(element);
            text = text.replaceAll('\r', '').replaceAll('\u00a0', ' ').replace(/^\n/, '').replace(/\n+$/, '');
            if (!text.trim()) return;
            let language = '';
            for (let at = element.querySelector('dj-code') ?? element; at && depth < 5 && !language; at = at.parentElement, depth++) {
                const { dataset, className } = at;
                language = dataset['language'] || dataset['keLanguage'] || dataset['lang'] ||
                    /(?:^|[\s-])(?:language|lang|highlight-source|brush:)-?\s*([\w+#.-]+)/.exec(className)?.[1] ||
                    /^hljs\s+([\w+#-]+)$/.exec(className)?.[1] || '';
            }
            if (/^(plain-?text|text|none|plain)$/i.test(language)) language = '';
            const longest = (text.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 2);
            const fence = '`'.repeat(longest + 1);
            push({ kind: 'code', language, text: `${fence}${language.replace(/[^\w+#.-]/g, '')}\n${text}\n${fence}` });
        },

        /// Rows of cells are a Markdown table; what only puts things side by side is read cell by cell.
        table(element, look, out) {
            const rows = [...element.querySelectorAll('tr')].filter((row) => row.closest('table') === element)
                .map((row) => [...row.children].filter((cell) => !djMarkdown.hidden(cell)));
            const caption = element.querySelector('caption');
            if (caption?.parentElement === element) out.blocks.push(...djMarkdown.collect(caption, look).blocks);
            const wide = rows.reduce((most, row) => Math.max(most, row.length), 0);
            if (wide < 2 || rows.length < 2 || element.querySelector('table, pre, ul, ol, blockquote, h1, h2, h3, h4, h5, h6, hr')) {
                for (const cell of rows.flat()) out.blocks.push(...djMarkdown.collect(cell, look).blocks);
                return;
            }
            const lines = [], taken = [];  // taken: rows below that a cell of this column reaches into
            let columns = 0;
            for (const row of rows) {
                const cells = [];
                const skip = () => { while (taken[cells.length] > 0) { taken[cells.length]--; cells.push(''); } };
                const span = (cell, name) => Math.min(Math.max(Number(cell.getAttribute(name)) || 1, 1), 50);
                for (const cell of row) {
                    skip();
                    const { blocks } = djMarkdown.collect(cell, { ...look, within: true, heading: djHtml.name(cell) === 'th' });
                    const text = djMarkdown.oneLine(blocks).replaceAll('|', '\\|');
                    for (let at = span(cell, 'colspan'), first = true; at > 0 && cells.length < 100; at--, first = false) {
                        taken[cells.length] = span(cell, 'rowspan') - 1;
                        cells.push(first ? text : '');
                    }
                }
                skip();
                columns = Math.max(columns, cells.length);
                if (cells.some((text) => text)) lines.push(cells);
            }
            if (lines.length === 0) return;
            const write = (cells) => '|' + Array.from({ length: columns }, (_, at) => ` ${cells[at] ?? ''} |`).join('');
            lines.splice(1, 0, Array(columns).fill('---'));
            djMarkdown.rich = true;
            out.blocks.push({ kind: 'table', text: lines.map(write).join('\n') });
        },
    },
});
