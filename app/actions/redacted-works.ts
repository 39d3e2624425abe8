import { askRedacted } from '../results/connect';
import { liveSettings } from '../state/fields';
import type { Work } from '../state/session';
import { failureWords } from '../workers/failure-words';
import { redactedSettings } from './redacted-settings';

/** Works with made-up names, or why there are none. */
export type RedactedWorks =
  | { readonly ok: true; readonly works: readonly Work[] }
  | { readonly ok: false; readonly why: string };

/**
 * Works whose events have made-up names and addresses, the same in all of them, in their order; what is expected goes with
 * the events. Rules and settings stay as they are. What each rule finds is the same in both texts.
 */
export async function redactedWorks(works: readonly Work[]): Promise<RedactedWorks> {
  const end = await askRedacted(
    works.map(({ rule, events, settings }) => ({ rule, events, settings: liveSettings(settings), off: [] })),
  );
  if (end.how === 'failed') return { ok: false, why: failureWords(end.failure) };
  if (end.how === 'superseded') return { ok: false, why: 'Something else was asked meanwhile.' };
  return {
    ok: true,
    works: works.map((work, i) => {
      const redaction = end.answer[i]!;
      const settings = redactedSettings(work.settings, work.events, redaction);
      // The name of a file may be that of a host.
      return { ...work, events: redaction.text, eventsName: '', settings };
    }),
  };
}
