import type { Range } from '../../src/text';
import type { Filling } from './filling';
import type { EditorEvents } from './handle';
import type { LongText } from './long-text';
import type { ModelView } from './model-view';
import { withFeeds } from './sheet-models';
import { isSliced } from './slices';

/** More characters than this are not typed at once. */
const MOST_TYPED = 100;

/** What the page itself does with the text at the moment, and the text before the newest change. */
export interface ByPage {
  /** It mends the text. */
  isMending: boolean;
  /** It shows the text of another sheet. */
  isTurning: boolean;
  before: string;
}

/** What takes part in taking in long texts. */
export interface Longs {
  readonly at: ModelView;
  readonly page: ByPage;
  readonly events: EditorEvents;
  readonly long: LongText;
  readonly filling: Filling;
}

/** Shows a text that was there before the editor, or in another sheet: nobody is told, and there is nothing to undo. */
export function fill({ at, long, filling, events, page }: Longs, text: string): void {
  if (at.model.getValueLength() > 0 || !isSliced(text)) return;
  const whole = withFeeds(text).replace(/^\uFEFF/, '');
  long.suit(whole);
  page.before = whole;
  filling.put({ start: 0, end: 0 }, whole, {
    isUndone: false,
    onEnd: () => settle({ at, page, events }),
  });
}

/** Puts a long text in the place of a range. All are told at once, before it is there. */
export function putLong(longs: Longs, range: Range, text: string, onEnd: (placed: Range) => void): void {
  const { page, events, long, filling } = longs;
  const { before } = page;
  const whole = withFeeds(text);
  const after = before.slice(0, range.start) + whole + before.slice(range.end);
  const isWhole = `${before.slice(0, range.start)}${before.slice(range.end)}`.trim() === '';
  page.before = after;
  long.suit(after);
  filling.put(range, whole, {
    isUndone: true,
    onEnd: (placed) => {
      onEnd(placed);
      settle(longs);
    },
  });
  events.onText(after, { how: 'done', isWhole });
}

/** All is there: tells what is visible, and of a text that was changed otherwise meanwhile. */
function settle({ at, page, events }: Pick<Longs, 'at' | 'page' | 'events'>): void {
  if (at.model.getValueLength() !== page.before.length) {
    page.before = at.model.getValue();
    events.onText(page.before, { how: 'done', isWhole: false });
  }
  events.onVisible(at.visible());
}

/**
 * Text that arrives as typing but is more than a person types at once (dictation, a phone's paste suggestion,
 * automation) is inserted as it is: typed one character at a time, each of its lines would be indented again, and a
 * long line would hold the page for minutes. What is too long for one task comes in slices.
 */
export function takeInSlices(longs: Longs): void {
  const { at, events, filling } = longs;
  const { view } = at;
  const trigger = view.trigger.bind(view);
  view.trigger = (source, handler, payload: unknown) => {
    const { text, pasteOnNewLine } = (payload ?? {}) as { text?: unknown; pasteOnNewLine?: unknown };
    const isTyped = handler === 'type' && typeof text === 'string';
    if (filling.isOn && isTyped) return filling.queue(() => view.trigger(source, handler, payload));
    filling.finish();
    const isPasted =
      typeof text === 'string' &&
      (handler === 'paste' ||
        (isTyped && text.length > 1 && (text.includes('\n') || text.length >= MOST_TYPED)));
    if (!isPasted) return trigger(source, handler, payload);
    const isOne = view.getSelections()?.length === 1 && !pasteOnNewLine;
    if (!isOne || !isSliced(text))
      return trigger(
        source,
        'paste',
        isTyped ? { text, pasteOnNewLine: false, multicursorText: null } : payload,
      );
    const range = at.selected();
    putLong(longs, range, text, ({ start, end }) => {
      // Unless it was put elsewhere meanwhile.
      if (at.selected().end === start) view.setPosition(at.model.getPositionAt(end));
    });
    view.setPosition(at.model.getPositionAt(range.start));
    const placed = { start: range.start, end: range.start + withFeeds(text).length };
    events.onCursor(placed.end);
    events.onPaste(placed);
  };
}

/** Any key but that of a character waits until all of the text is there. */
export function finishByKeys(host: HTMLElement, filling: Filling): void {
  host.addEventListener(
    'keydown',
    ({ key, ctrlKey, metaKey, altKey }) => {
      const isHeld = key === 'Shift' || key === 'Control' || key === 'Meta' || key === 'Alt';
      if (!isHeld && (key.length > 1 || ctrlKey || metaKey || altKey)) filling.finish();
    },
    { capture: true },
  );
}
