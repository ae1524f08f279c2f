/** Script of a page with real editors, as sites use them, each with a text full of terms. */
import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { registerRichText } from '@lexical/rich-text';
import { basicSetup, EditorView as CodeMirror } from 'codemirror';
import { $createParagraphNode, $createTextNode, $getRoot, createEditor } from 'lexical';
import { baseKeymap } from 'prosemirror-commands';
import { history, undo } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import { schema } from 'prosemirror-schema-basic';
import { EditorState } from 'prosemirror-state';
import { EditorView as ProseMirror } from 'prosemirror-view';
import Quill from 'quill';

export const TEXT = 'Lenin wrote of the soviets and the hukou.';

/** The text that the editor would save. */
type Save = () => string;

const place = (name: string): HTMLElement => {
  const section = document.createElement('section');
  section.id = name;
  const heading = document.createElement('h2');
  heading.textContent = name;
  const host = document.createElement('div');
  host.className = 'host';
  section.append(heading, host);
  document.body.append(section);
  return host;
};

function proseMirror(): Save {
  const doc = schema.node('doc', null, [schema.node('paragraph', null, [schema.text(TEXT)])]);
  const plugins = [history(), keymap({ 'Mod-z': undo }), keymap(baseKeymap)];
  const view = new ProseMirror(place('prosemirror'), { state: EditorState.create({ doc, plugins }) });
  return () => JSON.stringify(view.state.doc.toJSON());
}

function codeMirror(): Save {
  const view = new CodeMirror({ doc: TEXT, extensions: [basicSetup], parent: place('codemirror') });
  return () => view.state.doc.toString();
}

function quill(): Save {
  const editor = new Quill(place('quill'), { modules: { toolbar: false, history: { delay: 0 } } });
  editor.setText(TEXT, 'silent');
  editor.history.clear();
  return () => JSON.stringify(editor.getContents()) + editor.getSemanticHTML();
}

function lexical(): Save {
  const host = place('lexical');
  host.contentEditable = 'true';
  const editor = createEditor({
    onError(error) {
      throw error;
    },
  });
  editor.setRootElement(host);
  registerRichText(editor);
  editor.update(() => void $getRoot().append($createParagraphNode().append($createTextNode(TEXT))), {
    discrete: true,
  });
  registerHistory(editor, createEmptyHistoryState(), 0);
  return () => JSON.stringify(editor.getEditorState());
}

function plain(): Save {
  const host = place('plain');
  host.contentEditable = 'true';
  host.innerText = TEXT;
  return () => host.outerHTML;
}

function textArea(): Save {
  const area = document.createElement('textarea');
  area.value = TEXT;
  place('textarea').append(area);
  return () => area.value;
}

/** A frame in design mode, as the oldest of rich editors are. */
function designMode(): Save {
  const frame = document.createElement('iframe');
  place('design').append(frame);
  const inner = frame.contentDocument!;
  inner.open();
  inner.write(`<!doctype html><body><p>${TEXT}</p></body>`);
  inner.close();
  inner.designMode = 'on';
  return () => inner.body.innerHTML;
}

const saves: Record<string, Save> = {};
for (const [name, create] of Object.entries({
  proseMirror,
  codeMirror,
  quill,
  lexical,
  plain,
  textArea,
  designMode,
})) {
  saves[name.toLowerCase().replace('mode', '')] = create();
}
Object.assign(window, { saves });
