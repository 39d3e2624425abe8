import type { Range } from '../../../src/text';
import { goTo, lighting } from '../../actions/go-to';
import type { Link } from '../../editor/handle';
import { cutText } from '../../ui/cut';

interface GoProps {
  readonly range: Range;
  readonly text: string;
  /** What lights up in both editors while the pointer is on it. */
  readonly link?: Link;
}

/** Code that goes to its characters in the rule. */
export function Go({ range, text, link }: GoProps) {
  return (
    <button
      type="button"
      className="go-text"
      title="Go to it in the rule"
      onClick={() => goTo('rule', range, false)}
      {...(link ? lighting(link) : {})}
    >
      <code>{cutText(text)}</code>
    </button>
  );
}
