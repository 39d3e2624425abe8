import { createStore } from 'zustand/vanilla';
import { code, say, type Words } from '../../../src/text';
import { session } from '../../state/session';

/** The state of the formats' dialog, and the Sigma field to map, if any. */
export const naming = createStore<{ readonly open: boolean; readonly field: string }>(() => ({
  open: false,
  field: '',
}));

/**
 * Opens the dialog to map one of the events' fields to the Sigma name `field`. On a phone, brings the events to the
 * front first.
 */
export function nameField(field: string): void {
  session.setState({ pane: 'events' });
  // After the press that asked for it has ended, which would otherwise close the dialog again.
  requestAnimationFrame(() => naming.setState({ open: true, field }));
}

/** Maps an event's own field name to a Sigma name. Returns what is wrong with the names, if anything. */
export function addMapping(written: string, to: string): Words | null {
  const [own, field] = [written.trim(), to.trim()];
  if (own === '') return ['Write the field’s name in the events.'];
  if (field === '') return ['Write the field’s name in the rule.'];
  if (own === field) return say`${code(own)} is the same name twice. Write two different names.`;
  session.setState(({ settings }) => ({
    settings: { ...settings, mapping: { ...settings.mapping, [own]: field } },
  }));
  return null;
}

/** Removes a mapping. */
export function removeMapping(own: string): void {
  session.setState(({ settings: { mapping = {}, ...settings } }) => {
    const left = Object.entries(mapping).filter(([name]) => name !== own);
    return {
      settings: left.length === 0 ? settings : { ...settings, mapping: Object.fromEntries(left) },
    };
  });
}
