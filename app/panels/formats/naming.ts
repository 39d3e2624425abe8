import { createStore } from 'zustand/vanilla';
import { session } from '../../state/session';

/** The formats' popover, and the Sigma name that a field is to be named for. */
export const naming = createStore<{ readonly open: boolean; readonly field: string }>(() => ({
  open: false,
  field: '',
}));

/** Opens the popover for giving a field of the events the Sigma name `field`; on a phone the events come to the front first. */
export function nameField(field: string): void {
  session.setState({ pane: 'events' });
  // After the press that asked for it has ended, which would else close the popover again.
  requestAnimationFrame(() => naming.setState({ open: true, field }));
}

/** Maps an event's own name to a Sigma name. Returns what is wrong with the names, where something is. */
export function addMapping(written: string, to: string): string | null {
  const [own, field] = [written.trim(), to.trim()];
  if (own === '') return 'Write the field’s name in the events.';
  if (field === '') return 'Write the field’s name in the rule.';
  if (own === field) return `\`${own}\` is the same name twice. Write two different names.`;
  session.setState(({ settings }) => ({
    settings: { ...settings, mapping: { ...settings.mapping, [own]: field } },
  }));
  return null;
}

/** Takes a mapping back. */
export function removeMapping(own: string): void {
  session.setState(({ settings: { mapping = {}, ...settings } }) => {
    const left = Object.entries(mapping).filter(([name]) => name !== own);
    return {
      settings: left.length === 0 ? settings : { ...settings, mapping: Object.fromEntries(left) },
    };
  });
}
