import type { EventCode, EvtxCode } from '../../../src/event';
import type { LintCode } from '../../../src/language';

/** A kind of problem, by the text or file that has it. */
export type Explained =
  | { readonly in: 'rule'; readonly code: LintCode }
  | { readonly in: 'events'; readonly code: EventCode }
  | { readonly in: 'file'; readonly code: EventCode | EvtxCode };
