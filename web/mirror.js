// The DOM half of web/mirror.cpp: elements laid over the canvas, unseen and untouchable by the pointer, in reading order.
//
// The tree is flat, so that nothing ever has to change its parent (which would end a composition); aria-owns tells which element
// belongs to which. A press of the mouse falls through to the canvas, which draws the same control there; click() and the
// keys of assistive technology are heard here.
addToLibrary({
    $djMirror__deps: ['$djText', '$djTextPlace'],
    $djMirror: {
        root: null,
        nodes: {},        // by id: { id, parent, role, element, target, x, y, width, height }
        order: [],        // their ids
        focused: null,    // the node that has the focus
        byTab: false,     // the last thing pressed was Tab

        // ui::Role, in its order
        roles: ['button', 'textbox', 'heading', 'status', 'alert', 'group', 'list', 'listitem', 'tablist', 'tab', 'tabpanel',
                'separator', 'switch', 'text', 'dialog', 'navigation'],

        start() {
            const root = document.getElementById('mirror') ?? document.body.appendChild(document.createElement('main'));
            root.id = 'mirror';
            root.style.cssText =
                'position:fixed;inset:0;margin:0;padding:0;overflow:hidden;overflow:clip;opacity:0;pointer-events:none;z-index:1';
            djMirror.root = root;
            document.addEventListener('keydown', (e) => { djMirror.byTab = e.key === 'Tab'; }, true);
            root.addEventListener('focusin', (e) => djMirror.focusMoved(e.target));
            root.addEventListener('focusout', (e) => djMirror.focusMoved(e.relatedTarget));
            root.addEventListener('click', (e) => {
                const node = djMirror.of(e.target);
                if (!node) return;
                if (node.role === 'textbox') djText.focus(node.target);
                else if (!node.off) djMirror.ask(node, 0);
            });
            root.addEventListener('keydown', (e) => djMirror.keyDown(e));
            window.addEventListener('keydown', (e) => {  // after all others had their say
                const dialog = djMirror.dialog();
                if (dialog && e.key === 'Escape' && !e.defaultPrevented && !e.isComposing && e.keyCode !== 229) djMirror.ask(dialog, 5);
            });
            djMirror.hearPointer();
        },

        of(element) {
            const id = element?.djNode;
            return id && djMirror.nodes[id]?.element === element ? djMirror.nodes[id] : null;
        },
        ask(node, deed) { _dj_mirror_asked(node.id, deed); },
        dialog() {
            const ids = djMirror.order.filter((id) => djMirror.nodes[id]?.role === 'dialog');
            return ids.length ? djMirror.nodes[ids[ids.length - 1]] : null;
        },
        within(node, ancestor) {
            for (let at = node; at; at = djMirror.nodes[at.parent]) if (at === ancestor) return true;
            return false;
        },

        focusMoved(element) {
            if (djText.flushing) return;
            const node = djMirror.of(element);
            // A textarea is always "focus visible"; a ring is for those who come by Tab.
            const visible = node && (node.role === 'textbox' ? djMirror.byTab : element.matches(':focus-visible'));
            _dj_mirror_focused(node ? node.id : 0, visible ? 1 : 0);
            for (const other of [djMirror.focused, node]) if (other) djMirror.able(other);
            // A window that is left keeps its element, and hears nothing when that loses the focus meanwhile.
            if (node || djMirror.focused?.element !== document.activeElement) djMirror.focused = node;
            if (node?.role === 'listitem') djMirror.settleList(djMirror.nodes[node.parent]);
        },

        /// A list is one stop of Tab, however long it is; arrows go through it. The stop is where the keyboard is or was, or what is chosen.
        items(list) {
            return djMirror.order.map((id) => djMirror.nodes[id]).filter((node) => node?.role === 'listitem' && node.parent === list.id && !node.owns);
        },
        settleList(list) {
            if (!list) return;
            const items = djMirror.items(list);
            const focused = items.find((node) => node.element === document.activeElement);
            if (focused) list.stop = focused.id;
            const stop = focused ?? items.find((node) => node.selected) ?? items.find((node) => node.id === list.stop) ?? items[0];
            for (const node of items) djMirror.attribute(node, 'tabindex', node === stop ? '0' : '-1');
        },

        keyDown(e) {
            const node = djMirror.of(e.target);
            if (!node || e.ctrlKey || e.altKey || e.metaKey) return;
            if (node.role === 'separator') {
                const deed = { 'ArrowRight': 1, 'ArrowUp': 1, 'ArrowLeft': 2, 'ArrowDown': 2, 'Home': 3, 'End': 4 }[e.key];
                if (!deed) return;
                djMirror.ask(node, deed);
            } else if (node.role === 'tab' && (e.key === 'ArrowLeft' || e.key === 'ArrowRight')) {
                const tabs = djMirror.order.map((id) => djMirror.nodes[id])
                    .filter((other) => other.role === 'tab' && other.parent === node.parent);
                const next = tabs[(tabs.indexOf(node) + (e.key === 'ArrowLeft' ? tabs.length - 1 : 1)) % tabs.length];
                next.element.focus({ preventScroll: true });
            } else if (node.role === 'listitem' && (e.key === 'Enter' || e.key === ' ')) {
                djMirror.ask(node, 0);
            } else if (node.role === 'listitem' && ['ArrowUp', 'ArrowDown', 'Home', 'End'].includes(e.key)) {
                const items = djMirror.items(djMirror.nodes[node.parent]), last = items.length - 1;
                const at = items.indexOf(node) + { 'ArrowUp': -1, 'ArrowDown': 1, 'Home': -last, 'End': last }[e.key];
                items[Math.min(Math.max(at, 0), last)]?.element.focus({ preventScroll: true });
            } else {
                return;
            }
            e.preventDefault();
            e.stopPropagation();
        },

        // ------------------------------------------------------------------------------------------------------------- nodes

        make(id, role, target, level, flags) {
            const name = djMirror.roles[role];
            if (name === 'textbox') {
                const field = djText.make(target, !!(flags & 8), !!(flags & 256));
                field.element.djNode = id;
                return { id, role: name, element: field.element, target };
            }
            const tag = { 'button': 'button', 'tab': 'button', 'switch': 'button', 'heading': 'h' + Math.min(Math.max(level, 1), 6),
                          'navigation': 'nav', 'text': 'p' }[name] ?? 'div';
            const element = document.createElement(tag);
            if (tag === 'button') element.type = 'button';
            if (tag === 'div' || name === 'tab' || name === 'switch') element.setAttribute('role', name);
            if (name === 'dialog') element.setAttribute('aria-modal', 'true');
            if (name === 'separator') {
                element.tabIndex = 0;
                element.setAttribute('aria-orientation', 'vertical');
            }
            element.style.cssText = 'position:absolute;box-sizing:border-box;margin:0;border:0;padding:0;min-width:0;min-height:0;' +
                'overflow:hidden;font-size:1px;outline:0';
            element.djNode = id;
            return { id, role: name, element, target };
        },

        /// A button that has the focus stays where it is when it cannot be pressed any more; `disabled` would throw the focus away.
        able(node) {
            if (node.element.tagName !== 'BUTTON') return;
            const focused = document.activeElement === node.element;
            node.element.disabled = node.off && !focused;
            djMirror.attribute(node, 'aria-disabled', node.off && focused);
        },

        attribute(node, name, value) {
            const text = value === true ? 'true' : value;
            const { element } = node;
            if (!text && text !== '0') element.removeAttribute(name);
            else if (element.getAttribute(name) !== text) element.setAttribute(name, text);
        },

        /// What a node is called and what it says.
        call(node, name, value) {
            const { role, element } = node, put = (attribute, text) => djMirror.attribute(node, attribute, text);
            // A button has its name as a label: words inside would be laid out, and one of them counts the letters at every key.
            const spoken = { 'status': value || name, 'alert': value || name, 'text': value || name, 'heading': name,
                             'tab': name, 'switch': name, 'listitem': name }[role];
            if (spoken === undefined) put('aria-label', name);
            else if (element.textContent !== spoken) element.textContent = spoken;
            if (role === 'status' || role === 'alert') put('aria-label', value ? name : '');
            else if (role !== 'text') put('aria-description', value);
        },

        set(id, parent, role, flags, level, now, least, most, target, name, value, shortcut) {
            let node = djMirror.nodes[id];
            const wanted = djMirror.roles[role];
            if (node && (node.role !== wanted || (wanted === 'heading' && node.level !== level))) {
                djMirror.remove(id);
                node = null;
            }
            node ??= djMirror.nodes[id] = djMirror.make(id, role, target, level, flags);
            djMirror.call(node, name, value);
            // What changes with a key are words.
            const rest = [parent, flags, level, now, least, most, shortcut].join();
            if (node.rest === rest) return;
            node.rest = rest;
            node.level = level;
            node.parent = parent;
            node.off = !!(flags & 1);
            const selected = !!(flags & 2), chosenAnew = selected !== !!node.selected;
            node.selected = selected;
            const put = (attribute, text) => djMirror.attribute(node, attribute, text);
            const pressed = !!(flags & 4), expanded = !!(flags & 128);

            put('aria-keyshortcuts', shortcut);
            if (wanted === 'tab') put('aria-selected', String(selected));
            else put('aria-current', selected);
            if (wanted === 'switch') put('aria-checked', String(pressed));
            else if (wanted === 'button') put('aria-pressed', pressed);
            if (flags & 64) put('aria-haspopup', 'menu');
            put('aria-expanded', flags & 64 || expanded ? String(expanded) : '');
            if (wanted === 'textbox') {
                put('aria-invalid', !!(flags & 32));
                const readOnly = djText.fields[node.target].readOnly = !!(flags & 16);
                if (node.element.readOnly !== readOnly) node.element.readOnly = readOnly;
                if (flags & 256) djText.hide(djText.fields[target], !!(flags & 512));
            }
            if (wanted === 'separator') {
                put('aria-valuenow', String(now));
                put('aria-valuemin', String(least));
                put('aria-valuemax', String(most));
            }
            djMirror.able(node);
            if (wanted === 'listitem' && chosenAnew) djMirror.settleList(djMirror.nodes[parent]);
        },

        bound(id, x, y, width, height) {
            const node = djMirror.nodes[id];
            node.x = x;
            node.y = y;
            node.width = width;
            node.height = height;
            if (node.role === 'textbox') return djTextPlace.bound(djText.fields[node.target], [x, y, width, height]);
            const { style } = node.element;
            style.left = x + 'px';
            style.top = y + 'px';
            style.width = width + 'px';
            style.height = height + 'px';
        },

        remove(id) {
            const node = djMirror.nodes[id];
            delete djMirror.nodes[id];
            if (node.role === 'textbox') return djText.detach(djText.fields[node.target]);
            const focused = document.activeElement === node.element;
            node.element.remove();
            if (focused) djMirror.focusMoved(null);
        },

        /// Puts the elements into this order. Textareas and what has the focus stay where they are; the others go round them.
        arrange(ids) {
            djMirror.order = ids;
            const { root } = djMirror;
            const nodes = ids.map((id) => djMirror.nodes[id]);
            const wanted = new Set(nodes.map((node) => node.element));
            const pinned = (element) => (djText.of(element) && !element.hidden) || element === document.activeElement;
            let at = root.firstChild;
            const pass = () => { while (at && !wanted.has(at)) at = at.nextSibling; };  // textareas of boxes that are away
            for (const { element } of nodes) {
                pass();
                while (at !== element && element.parentNode === root && pinned(element) && !pinned(at)) {
                    const next = at.nextSibling;
                    root.append(at);
                    at = next;
                    pass();
                }
                if (at === element) at = at.nextSibling;
                else root.insertBefore(element, at);
            }
            const dialog = djMirror.dialog(), children = new Map();
            for (const node of nodes) {
                if (!children.has(node.parent)) children.set(node.parent, []);
                children.get(node.parent).push(node.element);
            }
            for (const node of nodes) {
                const behind = !!dialog && !djMirror.within(node, dialog);
                if (node.element.inert !== behind) node.element.inert = behind;
                if (node.role === 'textbox') djText.attach(djText.fields[node.target]);
                const owned = children.get(node.id) ?? [];
                for (const element of [node.element, ...owned]) element.id = 'n' + element.djNode;
                djMirror.attribute(node, 'aria-owns', owned.map((element) => element.id).join(' '));
                node.owns = owned.length > 0;
                if (node.role === 'listitem' && node.owns) djMirror.attribute(node, 'tabindex', '');
            }
            for (const node of nodes) if (node.role === 'list') djMirror.settleList(node);
        },

        focusOn(id) {
            const node = djMirror.nodes[id];
            if (!node) return;
            if (node.role === 'textbox') djText.focus(node.target);
            else node.element.focus({ preventScroll: true });
        },

        // ----------------------------------------------------------------------------------------------------------- pointer

        contains(node, x, y) {
            return x >= node.x && y >= node.y && x < node.x + node.width && y < node.y + node.height;
        },

        /// The text that a press at this place is for, or -1: the smallest control there is a textbox, and no dialog is before it.
        textAt(x, y) {
            const dialog = djMirror.dialog();
            let best = null;
            for (const id of djMirror.order) {
                const node = djMirror.nodes[id];
                if (!['button', 'textbox', 'tab', 'separator', 'switch', 'listitem'].includes(node.role)) continue;
                if (!djMirror.contains(node, x, y) || (dialog && !djMirror.within(node, dialog))) continue;
                if (!best || node.width * node.height <= best.width * best.height) best = node;
            }
            return best?.role === 'textbox' ? best.target : -1;
        },

        /// The page above or below this place, or -1.
        pageAt(x) {
            const page = djMirror.order.map((id) => djMirror.nodes[id])
                .find((node) => node.role === 'textbox' && node.target < 2 && x >= node.x && x < node.x + node.width);
            return page ? page.target : -1;
        },

        /// Presses on the canvas, in the capture phase: SDL, and through it the program, hears of them afterwards.
        hearPointer() {
            const canvas = document.getElementById('canvas');
            canvas.setAttribute('aria-hidden', 'true');  // all it shows is told here
            const hear = (type, act) => window.addEventListener(type, (e) => { if (e.target === canvas) act(e); },
                                                                { capture: true, passive: false });
            hear('pointerdown', (e) => {
                djMirror.byTab = false;
                // Fingers, and pens that touch like one, may scroll yet: the program says when they meant a text (web/window).
                if (e.pointerType === 'mouse') djText.pointed(djMirror.textAt(e.clientX, e.clientY));
                _dj_mirror_focused(djMirror.of(document.activeElement)?.id ?? 0, 0);  // a ring is not for those who point
            });
            window.addEventListener('mousedown', (e) => {  // now the canvas has heard of it
                const text = e.target === canvas ? djMirror.textAt(e.clientX, e.clientY) : -1;
                if (text < 0) return;
                _dj_text_pressed();
                if (e.button === 2) djTextPlace.offerMenu(djText.fields[text], e.clientX, e.clientY);
            });
        },
    },

    dj_mirror_start__deps: ['$djMirror'],
    dj_mirror_start: () => djMirror.start(),

    dj_mirror_language__deps: ['$UTF8ToString'],
    dj_mirror_language: (tag) => { document.documentElement.lang = UTF8ToString(tag); },

    dj_mirror_node__deps: ['$djMirror', '$UTF8ToString'],
    dj_mirror_node: (id, parent, role, flags, level, now, least, most, target, name, value, shortcut) =>
        djMirror.set(id >>> 0, parent >>> 0, role, flags, level, now, least, most, target, UTF8ToString(name), UTF8ToString(value),
                     UTF8ToString(shortcut)),

    dj_mirror_bounds__deps: ['$djMirror'],
    dj_mirror_bounds: (id, x, y, width, height) => djMirror.bound(id >>> 0, x, y, width, height),

    dj_mirror_remove__deps: ['$djMirror'],
    dj_mirror_remove: (id) => djMirror.remove(id >>> 0),

    dj_mirror_arrange__deps: ['$djMirror'],
    dj_mirror_arrange: (ids, count) => djMirror.arrange(Array.from(HEAPU32.subarray(ids >> 2, (ids >> 2) + count))),

    dj_mirror_focus__deps: ['$djMirror'],
    dj_mirror_focus: (id) => djMirror.focusOn(id >>> 0),
});
