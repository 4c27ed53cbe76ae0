// CodeMirror 6 with what a writer's page needs: history, wrapped lines, the usual keys; with ?markdown also Markdown's highlighting.
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { markdown } from '@codemirror/lang-markdown';
import { defaultHighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorState } from '@codemirror/state';
import { EditorView, drawSelection, keymap } from '@codemirror/view';

const extensions = [history(), drawSelection(), EditorView.lineWrapping, keymap.of([...defaultKeymap, ...historyKeymap])];
if (location.search.includes('markdown')) extensions.push(markdown(), syntaxHighlighting(defaultHighlightStyle));
const view = new EditorView({ parent: document.querySelector('#editor'), extensions });

document.querySelector('input').addEventListener('change', async (event) => {
    view.setState(EditorState.create({ doc: await event.target.files[0].text(), extensions }));
    view.focus();
});
window.bench = {
    shown: () => view.state.doc.length > 0 && view.contentDOM.textContent.length > 0,
    text: () => view.state.doc.toString(),
    height: () => view.scrollDOM.scrollHeight,
    go(share) {
        view.focus();
        view.dispatch({ selection: { anchor: Math.round(view.state.doc.length * share) }, scrollIntoView: true });
    },
};
