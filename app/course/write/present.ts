import type { LessonSettings, Wanted } from '../../../src/teach';
import { eventKey } from '../../results/expectations';
import { results } from '../../results/results';
import { hasVerdict, verdictOf } from '../../results/verdict-columns';
import { titleOf } from '../../state/rule-title';
import { session } from '../../state/session';
import { notify } from '../../ui/notices';
import { eventsApart } from './apart';
import { type DraftEvent, type DraftLesson, ruleBefore } from './draft';

/*
 * What a lesson takes from the present work.
 */

/** A lesson from the present work: its rule is the solution, its events are on screen with what is expected of them. */
export function draftFromWork(): DraftLesson {
  const { rule } = session.getState();
  return {
    title: titleOf(rule),
    chapter: '',
    teaches: '',
    minutes: 5,
    text: '',
    goal: '',
    rule: ruleBefore(rule),
    events: presentEvents() ?? [],
    settings: presentSettings(),
    solutions: rule.trim() === '' ? [] : [{ rule, does: '' }],
    hints: [],
  };
}

/** The present events, each by itself; null, and told, where they cannot be taken apart. */
export function presentEvents(): DraftEvent[] | null {
  const { events, settings } = session.getState();
  const texts = eventsApart(events, settings.format);
  if (!texts) {
    notify({
      key: 'draft',
      text: 'These events cannot be taken apart: one alone would be read as something else, as a row without its header is. Use JSON, XML or lines of a log.',
      for: 12_000,
    });
    return null;
  }
  const wanted = new Map(Object.entries(settings.expected ?? {}));
  return texts.map((text, i) => ({
    text,
    expected: wanted.get(eventKey(text)) ?? verdictNow(i),
    isHeld: false,
    kind: '',
  }));
}

/** The verdict on an event, if the engine has read the texts as they are. */
function verdictNow(event: number): Wanted | null {
  const { outcome, stale } = results.getState();
  const { rule, events } = session.getState();
  if (stale || outcome.events !== events || outcome.rule !== rule || !hasVerdict(outcome.verdicts, event))
    return null;
  const verdict = verdictOf(outcome.verdicts, event);
  return verdict === 'error' ? null : verdict === 'match' ? 'match' : 'no match';
}

function presentSettings(): LessonSettings {
  const { ignoreLogsource, placeholders, mapping, format, spec } = session.getState().settings;
  return {
    ...(ignoreLogsource ? { ignoreLogsource } : {}),
    ...(Object.keys(placeholders).length > 0 ? { placeholders } : {}),
    ...(mapping ? { mapping } : {}),
    ...(format ? { format } : {}),
    ...(spec ? { spec } : {}),
  };
}
