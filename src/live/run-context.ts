import type { PinnedRule } from './compare';
import { pagesOf, ruleContent, ruleIndicators } from './contents';
import type { EventsRead } from './events-read';
import type { LiveMessage } from './messages';
import type { RuleInForce } from './rule-in-force';
import type { LiveSettings } from './settings';
import type { Work } from './work';

/** What a run works on, and where it posts. */
export interface RunContext {
  readonly rule: RuleInForce;
  readonly events: EventsRead;
  readonly settings: LiveSettings;
  readonly pinned: PinnedRule;
  readonly work: Work;
  post(message: LiveMessage): void;
}

/** Posts the content of panel `rule`. Returns true: it is never stopped. */
export function postPage({ post, rule: { collection, chosen, newest } }: RunContext): true {
  const rule = collection && chosen && ruleContent(collection, chosen.index);
  post({ kind: 'page', rule, others: newest ? pagesOf(newest) : [] });
  return true;
}

/** Posts the content of panel `indicators`. Returns true: it is never stopped. */
export function postIndicators({ post, rule: { collection, chosen } }: RunContext): true {
  const found = collection && chosen && ruleIndicators(collection, chosen.index);
  post({ kind: 'indicators', found });
  return true;
}
