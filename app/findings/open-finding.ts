import type { FoundEvent } from '../../src/findings';
import { openInEditor } from '../catalog/open-rule';
import { askCatalog } from '../catalog/store';
import { chooseEventOfLog } from '../log/store';
import { session } from '../state/session';
import { findings } from './store';

/** Opens the event of a finding in the editor, with the rule that found it beside it. */
export async function openFinding({ rule: position, number }: FoundEvent): Promise<void> {
  const { run } = findings.getState();
  const rule = run?.rules[position];
  const [text] = await Promise.all([askCatalog('text', position), chooseEventOfLog(number)]);
  if (!run || !rule || text === null || findings.getState().run?.rules !== run.rules) return;
  const { rule: present, document } = session.getState();
  if (present !== text || document !== rule.document) openInEditor({ ...rule, text });
  // On a phone the event comes to the front; where the panels have the whole page, they give room to it.
  session.setState(({ enlarged }) => ({
    pane: 'events',
    enlarged: enlarged === 'panels' ? 'none' : enlarged,
  }));
}
