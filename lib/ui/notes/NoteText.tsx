import type { ComponentChildren } from 'preact';
import { plainTree, type Block, type Inline, type NoteReader } from '../../core/notes/note-tree.ts';

export interface NoteTextProps {
  text: string;
  reader: NoteReader;
}

/** The reader's Markdown, drawn from the tree: these elements and no others. Plain until the tree is loaded. */
export function NoteText({ text, reader }: NoteTextProps) {
  return <div class="text">{(reader.tree(text) ?? plainTree(text)).map(block)}</div>;
}

function block(node: Block, key: number): ComponentChildren {
  switch (node.type) {
    case 'paragraph':
      return (
        <p key={key} dir="auto">
          {node.children.map(inline)}
        </p>
      );
    case 'heading':
      // One level for all: a note stands under the heading of its list, and skips no level.
      return (
        <h3 key={key} dir="auto" class={`h${node.level}`}>
          {node.children.map(inline)}
        </h3>
      );
    case 'code-block':
      return (
        <pre key={key} dir="ltr">
          {node.info !== '' && <span class="info">{node.info}</span>}
          <code>{node.text}</code>
        </pre>
      );
    case 'list': {
      const items = node.items.map((item, at) => (
        <li key={at} dir="auto">
          {item.map(block)}
        </li>
      ));
      return node.start === null ? (
        <ul key={key}>{items}</ul>
      ) : (
        <ol key={key} start={node.start}>
          {items}
        </ol>
      );
    }
    case 'quote':
      return <blockquote key={key}>{node.children.map(block)}</blockquote>;
    case 'rule':
      return <hr key={key} />;
  }
}

function inline(node: Inline, key: number): ComponentChildren {
  switch (node.type) {
    case 'text':
      return node.text;
    case 'mark':
      return <mark key={key}>{node.text}</mark>;
    case 'emphasis':
      return <em key={key}>{node.children.map(inline)}</em>;
    case 'strong':
      return <strong key={key}>{node.children.map(inline)}</strong>;
    case 'code':
      return <code key={key}>{node.text}</code>;
    case 'link':
      return (
        <a
          key={key}
          href={node.url}
          title={node.title || undefined}
          target="_blank"
          rel="noopener noreferrer"
        >
          {node.children.map(inline)}
        </a>
      );
    case 'break':
      return <br key={key} />;
  }
}
