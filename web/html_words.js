// Runs of words with their looks as lines of Markdown: marks round the looks, and signs that stand in the words escaped where they would act.
//
// A run is { text, look, raw }; raw text stays as it is. A look is like `plain` below.
addToLibrary({
    $djWords: {
        plain: { strong: false, em: false, strike: false, code: false,
                 link: null,        // { href, used }: one object for each link, which is written once
                 keep: false,       // lines' ends in the text are lines' ends
                 heading: false,    // strong by itself
                 within: false },   // behind other signs of its line
        rich: false,       // something was marked since this was last set
        most: 200000,      // letters of one run
        deadline: 0,       // by performance.now(); see late()

        late() {
            if (performance.now() > djWords.deadline) throw new Error('took too long');
        },

        /// Runs as lines of Markdown, blanks put in order.
        inline(runs) {
            // One run for each line and each look.
            const pieces = [];
            let blank = true;  // what came last was a blank, or nothing
            for (const { text, look, raw } of runs) {
                djWords.late();
                if (text.length > djWords.most) throw new Error('too long');  // no paragraph
                const spaced = raw ? text : text.replace(look.keep ? /[^\S\n]+/g : /[^\S\u3000]+/g, ' ');
                for (const part of spaced.split(/(\n)/)) {
                    if (part === '') continue;
                    if (pieces.length % 1000 === 999) djWords.late();
                    if (part === '\n') {
                        pieces.push({ text: '\n', look: djWords.plain, raw: true });
                        blank = true;
                        continue;
                    }
                    const words = blank ? part.replace(/^ /, '') : part;
                    if (words === '') continue;
                    blank = words.endsWith(' ');
                    const last = pieces.at(-1);
                    const same = last && !last.raw && !raw && ['strong', 'em', 'strike', 'code', 'link', 'heading'].every((one) => last.look[one] === look[one]);
                    if (same) last.text += words;
                    else pieces.push({ text: words, look, raw });
                }
            }
            const text = djWords.mark(pieces).replace(/ ?\n ?/g, '\n').replace(/\n{3,}/g, '\n\n').trim();
            // Behind other signs of a line its first words begin nothing.
            return runs[0].look.within ? text : text.split('\n').map(djWords.safeStart).join('\n');
        },

        /// The pieces with the marks of their looks; blanks at a mark's inner side would keep it from being one, and go outside.
        mark(pieces) {
            const words = pieces.filter((piece) => !piece.raw && !piece.look.code).map((piece) => piece.text).join('');
            const marked = pieces.some(({ look }) => look.em || (look.strong && !look.heading));
            const twice = (sign) => words.indexOf(sign) !== words.lastIndexOf(sign);
            const acts = { '*': marked || twice('*'), '_': twice('_'), '`': twice('`'), '~': twice('~~'), '[': /\][(\[:]/.test(words),
                           last: words.lastIndexOf('>') >= 0 };
            let text = '', pending = '';
            const open = [];
            const close = (keep) => {
                while (open.length > keep) {
                    const mark = open.pop();
                    text += mark.href ? `](${mark.href})` : mark;
                }
            };
            for (const piece of pieces) {
                djWords.late();
                const { look } = piece;
                const body = piece.text.trim();
                if (body === '' && !piece.raw) {
                    pending += ' ';
                    continue;
                }
                // An address that is its own words needs no brackets.
                const bare = look.link && djWords.names(body, look.link.href);
                const wanted = [];
                if (look.link && !bare && (!look.link.used || open.includes(look.link))) wanted.push(look.link);
                if (look.strong && !look.heading) wanted.push('**');
                if (look.em) wanted.push('*');
                if (look.strike) wanted.push('~~');
                let same = 0;
                while (same < open.length && open[same] === wanted[same]) same++;
                close(same);
                text += pending + (piece.text.startsWith(' ') ? ' ' : '');
                for (const mark of wanted.slice(same)) {
                    text += mark.href ? '[' : mark;
                    open.push(mark);
                    if (mark.href) mark.used = true;
                }
                if (wanted.length || look.code) djWords.rich = true;
                pending = !piece.raw && piece.text.endsWith(' ') ? ' ' : '';
                if (piece.raw) text += piece.text;
                else if (look.code) text += djWords.codeSpan(body);
                else text += bare ? body : djWords.escape(body, acts);
            }
            close(0);
            return text;
        },

        /// Is the text the address itself, as people read it?
        names(text, address) {
            if (!/^https?:/.test(text)) return false;
            let readable = address;
            try { readable = decodeURI(address); } catch { /* as it is */ }
            return [address, readable].some((one) => one === text || one === text + '/');
        },

        codeSpan(text) {
            const longest = (text.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 0);
            const fence = '`'.repeat(longest + 1);
            const gap = /^`|`$/.test(text) ? ' ' : '';
            return fence + gap + text + gap + fence;
        },

        /// `acts`: which signs have a partner in the paragraph.
        escape(text, acts) {
            const blank = (sign) => sign === undefined || /\s/.test(sign);
            const word = (sign) => sign !== undefined && /[\p{L}\p{N}]/u.test(sign);
            return text.split(/(https?:\/\/[^\s<>]+)/).map((part, index) => index % 2 ? part : part.replace(/[\\`*_~\[<&]/g, (sign, at) => {
                const before = part[at - 1], after = part[at + 1];
                const needed = {
                    '\\': () => after !== undefined && /[!-\/:-@\[-`{-~]/.test(after),
                    '`': () => acts['`'],
                    '*': () => acts['*'] && !(blank(before) && blank(after)),
                    '_': () => acts['_'] && !(blank(before) && blank(after)) && !(word(before) && word(after)),
                    '~': () => acts['~'] && (before === '~' || after === '~'),
                    '[': () => acts['['],
                    '<': () => acts.last && after !== undefined && /[a-z\/!?]/i.test(after),
                    '&': () => /^&(#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/i.test(part.slice(at, at + 40)),
                }[sign];
                return needed() ? '\\' + sign : sign;
            })).join('');
        },

        /// Words that would make their line a heading, an item, a quote, a fence or a rule.
        safeStart(line) {
            return line.replace(/^(#{1,6}(?=\s|$)|[-+*](?=\s|$)|>|`{3}(?=[^`]*$)|~{3}|=+\s*$|(?:[-*_] ?){3,}$)/, '\\$1')
                .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2');
        },
    },
});
