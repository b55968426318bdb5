import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorState } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { graphql, updateSchema } from 'cm6-graphql';
import { basicSetup } from 'codemirror';
import type { GraphQLSchema } from 'graphql';

export interface EditorOptions {
  readonly parent: HTMLElement;
  readonly text: string;
  readonly label: string;
  readonly onChange: (text: string) => void;
  readonly onRun: () => void;
}

export interface Editor {
  setText(text: string): void;
  setSchema(schema: GraphQLSchema): void;
  focus(): void;
  destroy(): void;
}

/** Colours are those of the page, which reach into the shadow as they are. */
const COLOURS = HighlightStyle.define([
  { tag: tags.keyword, color: 'var(--color-seal)' },
  { tag: [tags.propertyName, tags.attributeName], color: 'var(--color-azure)' },
  { tag: [tags.typeName, tags.className, tags.atom], color: 'var(--color-jade)' },
  { tag: [tags.string, tags.number, tags.bool], color: 'var(--color-amber)' },
  { tag: tags.comment, color: 'var(--color-ink-2)' },
]);

const LOOK = EditorView.theme({
  '&': { height: '100%', backgroundColor: 'var(--color-sheet)', color: 'var(--color-ink)', fontSize: '13px' },
  '.cm-scroller': { overflow: 'auto', fontFamily: 'var(--font-mono)' },
  '.cm-content': { caretColor: 'var(--color-ink)' },
  '.cm-cursor': { borderLeftColor: 'var(--color-ink)' },
  '.cm-gutters': { backgroundColor: 'var(--color-wash)', color: 'var(--color-ink-2)', border: 'none' },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'transparent' },
  '&.cm-focused .cm-selectionBackground, .cm-selectionBackground': { backgroundColor: 'var(--color-azure-wash)' },
  '.cm-tooltip': { backgroundColor: 'var(--color-sheet)', color: 'var(--color-ink)', borderColor: 'var(--color-edge)' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': {
    backgroundColor: 'var(--color-azure)',
    color: 'var(--color-on-azure)',
  },
});

/**
 * An editor of documents. It lives in a shadow root: there its styles are adopted sheets, which the content security
 * policy of the page allows, and not a style element, which it refuses.
 */
export function createEditor({ parent, text, label, onChange, onRun }: EditorOptions): Editor {
  const root = parent.shadowRoot ?? parent.attachShadow({ mode: 'open' });
  const run = () => {
    onRun();
    return true;
  };
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: text,
      extensions: [
        // Before the keys of the editor, where the same would make a line.
        keymap.of([{ key: 'Mod-Enter', run }]),
        basicSetup,
        graphql(),
        syntaxHighlighting(COLOURS),
        LOOK,
        EditorView.contentAttributes.of({ 'aria-label': label }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) onChange(update.state.doc.toString());
        }),
      ],
    }),
  });
  // Long documents are scrolled by the arrow keys, too.
  view.scrollDOM.tabIndex = 0;
  return {
    setText(next) {
      const { doc } = view.state;
      if (doc.toString() !== next) view.dispatch({ changes: { from: 0, to: doc.length, insert: next } });
    },
    setSchema: (schema) => updateSchema(view, schema),
    focus: () => view.focus(),
    destroy: () => view.destroy(),
  };
}
