import type { EventSlice } from '../event';
import { specHas } from '../knowledge';
import { type LintDiagnostic, lintSteps } from '../language';
import type { Collection } from '../rule';
import type { Turns } from '../turns';
import type { LiveSettings } from './settings';

/** What the checks find in a text beside events, kept until it, its settings or events that matter to it change. */
export class Checked {
  private of: Collection | null = null;
  private key = '';
  private slices: readonly EventSlice[] | null = null;
  private found: readonly LintDiagnostic[] = [];

  /** All problems of a text; null if they are no longer wanted. */
  async problems(
    collection: Collection,
    settings: LiveSettings,
    slices: readonly EventSlice[],
    turns: Turns,
  ): Promise<readonly LintDiagnostic[] | null> {
    const { lintOff: off = [], fileName = null, ignoreLogsource } = settings;
    const asked = asksEvents(collection) ? slices : null;
    const key = JSON.stringify([off, fileName, asked && ignoreLogsource]);
    if (this.of !== collection || this.key !== key || this.slices !== asked) {
      const beside = asked && { events: asked.flatMap(({ event }) => event ?? []), ignoreLogsource };
      const found = await turns.through(
        lintSteps(collection, { off, fileName, ...(beside ? { beside } : {}) }),
      );
      if (!found) return null;
      [this.of, this.key, this.slices, this.found] = [collection, key, asked, found.value];
    }
    return this.found;
  }
}

/** True if events can change what the checks find: only selectors are compared with them. */
function asksEvents({ documents }: Collection): boolean {
  return documents.some(({ document: { spec } }) => specHas(spec, 'proposals'));
}
