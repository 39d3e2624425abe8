import { PAGE, told } from '../../src/limits';
import { dismissKey, notify } from '../ui/notices';
import type { ModelView } from './model-view';
import { isPaired as arePaired, hasLongLine } from './slices';

/** Suits an editor to texts that it could not lay out in time: it wraps no line and pairs no brackets that are too long for it. */
export class LongText {
  private isWrapped = true;
  private isPaired = true;

  constructor(
    private readonly at: ModelView,
    private readonly side: 'rule' | 'events',
  ) {}

  /** `text` is what the editor shows now, or what it is about to take in. */
  suit(text: string): void {
    const { view, model } = this.at;
    const isWrapped = !hasLongLine(text);
    const isPaired = arePaired(text);
    model.updateOptions({
      bracketColorizationOptions: { enabled: isPaired, independentColorPoolPerBracketType: false },
    });
    if (isPaired !== this.isPaired) view.updateOptions({ matchBrackets: isPaired ? 'always' : 'never' });
    // The browser's own edit context is given the cursor's line as a whole at each change.
    if (isWrapped !== this.isWrapped)
      view.updateOptions({ wordWrap: isWrapped ? 'on' : 'off', editContext: isWrapped });
    const wasWrapped = this.isWrapped;
    this.isWrapped = isWrapped;
    this.isPaired = isPaired;
    const key = `long-line-${this.side}`;
    if (isWrapped) dismissKey(key);
    else if (wasWrapped) notify({ key, text: this.told() });
  }

  /** True while something of the editor is other than usual. */
  get isSuited(): boolean {
    return !this.isWrapped || !this.isPaired;
  }

  private told(): string {
    const of = this.side === 'rule' ? 'the rule' : 'the events';
    const limit = `${told(PAGE.wrappedLine)} ${PAGE.wrappedLine.unit}`;
    return `A line of ${of} is longer than ${limit}. The editor shows its beginning; all of it is read and kept.`;
  }
}
