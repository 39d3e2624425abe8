import { type Session, type Side, session, type Work } from '../state/session';
import { dismissKey } from '../ui/notices';

/*
 * What a notice offers to undo is one change. Once something else has changed the same, there is no undoing the one without
 * the other: the notice goes, and the editors' own undo remains.
 */

/** What a change of whole texts can change. */
export type Before = Pick<
  Session,
  'rule' | 'events' | 'ruleName' | 'eventsName' | 'settings' | 'selected' | 'document' | 'described'
>;

/** How things stand, to be brought back. */
export function before(): Before {
  const { rule, events, ruleName, eventsName, settings, selected, document, described } = session.getState();
  return { rule, events, ruleName, eventsName, settings, selected, document, described };
}

/** What brings the `sides` back that a change has replaced, and the settings that it has changed and nobody since. */
export function undoing(old: Before, after: Before, sides: readonly Side[]): Partial<Before> {
  const { settings, ...rest } = old;
  const back = settingsBack(settings, after.settings, session.getState().settings);
  return {
    ...(back === session.getState().settings ? {} : { settings: back }),
    ...(sides.includes('rule')
      ? { rule: rest.rule, ruleName: rest.ruleName, document: rest.document, described: rest.described }
      : {}),
    ...(sides.includes('events')
      ? { events: rest.events, eventsName: rest.eventsName, selected: rest.selected }
      : {}),
  };
}

type Settings = Work['settings'];

/** The settings as they are, but those that a change has made others, and nobody since, are as before it. */
export function settingsBack(old: Settings, after: Settings, now: Settings): Settings {
  const keys = new Set([...Object.keys(old), ...Object.keys(after)] as (keyof Settings)[]);
  const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
  const changed = [...keys].filter((key) => !same(old[key], after[key]) && same(now[key], after[key]));
  if (changed.length === 0) return now;
  const rest = Object.entries(now).filter(([key]) => !changed.includes(key as keyof Settings));
  const back = changed.flatMap((key) => (old[key] === undefined ? [] : [[key, old[key]]]));
  return Object.fromEntries([...rest, ...back]) as unknown as Settings;
}

/** Takes the notice with this key away once the session is so, or of another sheet. */
export function dismissOnce(key: string, isSo: (now: Session) => boolean): void {
  const { sheet } = session.getState();
  const end = session.subscribe((now) => {
    if (now.sheet === sheet && !isSo(now)) return;
    end();
    dismissKey(key);
  });
}
