import type { ModelView } from './model-view';

/** What somebody who asks for the reference looks at in an editor. */
export interface LookedUp {
  /** The place of the hover that is open, else of the cursor. */
  readonly offset: number;
  /** The label of the suggestion that is chosen in an open list; null if none is. */
  readonly suggested: string | null;
}

/** The place that the newest hover was asked for. */
export const hovered = { offset: -1 };

/** As much of Monaco's list of suggestions as is used here; it has no interface of its own. */
interface SuggestController {
  readonly widget?: {
    readonly value?: {
      getFocusedItem?():
        | { readonly item?: { readonly completion?: { readonly label?: unknown } } }
        | undefined;
    };
  };
}

const OPEN_LIST = '.suggest-widget.visible, .suggest-widget[monaco-visible-content-widget="true"]';

/** What is looked at now. */
export function lookedUp({ view, model }: ModelView, host: HTMLElement): LookedUp {
  const position = view.getPosition() ?? { lineNumber: 1, column: 1 };
  const isHover =
    hovered.offset >= 0 &&
    host.querySelector('.monaco-resizable-hover[monaco-visible-content-widget="true"]') !== null;
  const offset = isHover ? hovered.offset : model.getOffsetAt(position);
  return { offset, suggested: host.querySelector(OPEN_LIST) ? focusedLabel(view) : null };
}

function focusedLabel(view: ModelView['view']): string | null {
  const found = view.getContribution('editor.contrib.suggestController') as SuggestController | null;
  const label = found?.widget?.value?.getFocusedItem?.()?.item?.completion?.label;
  if (typeof label === 'string') return label;
  const named = (label as { readonly label?: unknown } | null | undefined)?.label;
  return typeof named === 'string' ? named : null;
}
