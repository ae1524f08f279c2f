import type { ComponentChildren } from 'preact';
import type { Concept } from '../../core/glossary/concept.ts';
import type { Strings } from '../../core/i18n/strings.ts';
import type { NoteTools } from '../../ui/notes/note-tools.ts';
import { Panel } from '../../ui/panel/Panel.tsx';
import type { PanelController } from './panel-controller.ts';

export interface PanelViewParts {
  controller: PanelController;
  strings: Strings;
  /** Language of the entries, BCP 47. */
  lang: string;
  tools: NoteTools;
  conceptOf(id: string): Concept | undefined;
  openLibrary(): void;
}

export function createPanelView({ controller, openLibrary, ...shown }: PanelViewParts) {
  return (): ComponentChildren => {
    const { editing, canWrite, ...model } = controller.model();
    return (
      <Panel
        {...model}
        {...shown}
        writing={editing}
        nowMs={Date.now()}
        onNote={controller.edit}
        onWrite={canWrite ? controller.write : null}
        onGo={(concept) => controller.reveal({ concept })}
        onStep={controller.step}
        onGoNote={(note) => controller.reveal({ note })}
        onAttach={(id) => void controller.attach(id)}
        onLibrary={openLibrary}
        onSettle={controller.settle}
        onStatus={(action) => void controller.runStatusAction(action)}
      />
    );
  };
}
