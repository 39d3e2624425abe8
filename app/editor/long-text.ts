import { PAGE, told } from '../../src/limits';
import { dismissKey, notify } from '../ui/notices';
import type { ModelView } from './model-view';
import { isPaired as arePaired, mayBeCrowded } from './paired';
import { hasLongLine } from './slices';

/**
 * Suits an editor to texts that it could not lay out in time: it wraps no line that is too long, gives the browser none to
 * compose in, and pairs no brackets where there are too many.
 */
export class LongText {
  private isWrapped = true;
  private isComposed = true;
  private isPaired = true;

  constructor(
    private readonly at: ModelView,
    private readonly side: 'rule' | 'events',
  ) {}

  /** `text` is what the editor shows now, or what it is about to take in. */
  suit(text: string): void {
    const { view, model } = this.at;
    const isWrapped = !hasLongLine(text, PAGE.wrappedLine.value);
    const isComposed = isWrapped && !hasLongLine(text, PAGE.composedLine.value);
    const isPaired = arePaired(text);
    model.updateOptions({
      bracketColorizationOptions: { enabled: isPaired, independentColorPoolPerBracketType: false },
    });
    if (isPaired !== this.isPaired) view.updateOptions({ matchBrackets: isPaired ? 'always' : 'never' });
    if (isWrapped !== this.isWrapped) view.updateOptions({ wordWrap: isWrapped ? 'on' : 'off' });
    const wasWrapped = this.isWrapped;
    this.isWrapped = isWrapped;
    this.isPaired = isPaired;
    if (isComposed !== this.isComposed) {
      this.isComposed = isComposed;
      // It may be the edit context that tells of this change: it goes once it has.
      queueMicrotask(() => view.updateOptions({ editContext: this.isComposed }));
    }
    const key = `long-line-${this.side}`;
    if (isWrapped) dismissKey(key);
    else if (wasWrapped) notify({ key, text: this.told() });
  }

  /** The same after any change, which seldom has something to suit. */
  follow(text: string): void {
    if (!this.isComposed || !this.isPaired || mayBeCrowded(text)) this.suit(text);
  }

  private told(): string {
    const of = this.side === 'rule' ? 'the rule' : 'the events';
    const limit = `${told(PAGE.wrappedLine)} ${PAGE.wrappedLine.unit}`;
    return `A line of ${of} is longer than ${limit}. The editor shows its beginning; all of it is read and kept.`;
  }
}
