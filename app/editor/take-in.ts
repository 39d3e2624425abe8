import type { Range } from '../../src/text';
import type { Filling } from './filling';
import type { EditorEvents, TextStep } from './handle';
import type { LongText } from './long-text';
import type { ModelView } from './model-view';
import { asInModel, withFeeds } from './sheet-models';
import { isSliced } from './slices';
import { pushStep, type Swap } from './undo-step';

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

/**
 * Shows a text that was there before the editor, or in another sheet: nobody is told, and there is nothing to undo. `onEnd` is
 * called once all of it is there.
 */
export function fill(longs: Longs, text: string, onEnd = () => {}): void {
  const { long, filling, page } = longs;
  const whole = asInModel(text);
  page.before = whole;
  filling.put({ start: 0, end: 0 }, whole, {
    onStart: () => long.suit(whole),
    onEnd: () => {
      onEnd();
      settle(longs);
    },
  });
  if (!isSliced(whole)) filling.finish();
}

/** Shows the text of another sheet, which was another when it was last shown if it was changed without its editor. */
export function fillSheet(longs: Longs, was: string | null, text: string, onEnd: () => void): void {
  const whole = asInModel(text);
  if (was !== null && was !== whole) pushSwap(longs, { start: 0, old: was, text: whole, selection: null });
  fill(longs, whole, onEnd);
}

/**
 * Puts a long text in the place of a range, as one step of undo. All are told at once, before it is there; `onEnd` is called
 * once it is, after a redo too.
 */
export function putLong(longs: Longs, range: Range, text: string, onEnd: (placed: Range) => void): void {
  const { at, page } = longs;
  const whole = withFeeds(text);
  const old = page.before.slice(range.start, range.end);
  pushSwap(longs, { start: range.start, old, text: whole, selection: at.view.getSelection() }, onEnd);
  swap(longs, range, whole, 'done', onEnd);
}

/** Makes it one step of undo that a text has come in the place of another. `onEnd` is called after a redo. */
export function pushSwap(
  longs: Longs,
  { start, old, text, selection }: Swap,
  onEnd: (placed: Range) => void = ({ end }) => moveTo(longs, end),
): void {
  const { at } = longs;
  const back = () => {
    if (!selection) return;
    at.view.setSelection(selection);
    at.view.revealRangeInCenterIfOutsideViewport(selection);
  };
  pushStep(at.model, {
    undo: () => swap(longs, { start, end: start + text.length }, old, 'undone', back),
    redo: () => swap(longs, { start, end: start + old.length }, text, 'undone', onEnd),
  });
}

function moveTo({ at }: Longs, offset: number): void {
  at.view.setPosition(at.model.getPositionAt(offset));
}

/** Puts a text in the place of a range: in slices, where it is long. */
function swap(
  longs: Longs,
  range: Range,
  text: string,
  how: TextStep['how'],
  onEnd: (placed: Range) => void,
): void {
  const { page, events, long, filling } = longs;
  const [ahead, behind] = [page.before.slice(0, range.start), page.before.slice(range.end)];
  const after = ahead + text + behind;
  page.before = after;
  filling.put(range, text, {
    // So that neither text is laid out as suits the other.
    onStart: () => long.suit(after),
    onEnd: (placed) => {
      onEnd(placed);
      settle(longs);
    },
  });
  events.onText(after, { how, isWhole: `${ahead}${behind}`.trim() === '' });
  if (!isSliced(text)) filling.finish();
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

/** Any key but those of characters, undo and redo waits until all of the text is there. */
export function finishByKeys(host: HTMLElement, filling: Filling): void {
  host.addEventListener(
    'keydown',
    ({ key, ctrlKey, metaKey, altKey }) => {
      const isHeld = key === 'Shift' || key === 'Control' || key === 'Meta' || key === 'Alt';
      const isCommand = ctrlKey || metaKey || altKey;
      const isQueued = isCommand ? /^[zy]$/i.test(key) : key.length === 1;
      if (!isHeld && !isQueued) filling.finish();
    },
    { capture: true },
  );
}
