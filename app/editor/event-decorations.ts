import { REACH } from '../../src/event';
import { type Range, say } from '../../src/text';
import { membersOf, memberWords } from '../results/members';
import type { Outcome } from '../results/results';
import { eventAt, rangeOf, sourceOf, type VerdictName, verdictOf } from '../results/verdict-columns';
import type { Decoration } from './handle';
import { slotClass } from './slots';

const VERDICT_CLASS: Readonly<Record<VerdictName, string>> = {
  match: 'match',
  'no match': 'miss',
  'not applicable': 'other',
  error: 'error',
};

/** The coloured characters of the events, and the verdict beside each event on screen. */
export function eventDecorations(outcome: Outcome, visible: Range, chosen: number): Decoration[] {
  return [...marks(outcome, visible, chosen), ...edges(outcome, visible, chosen)];
}

function marks({ info, marks, events }: Outcome, visible: Range, chosen: number): Decoration[] {
  const decorations: Decoration[] = [];
  for (const [event, list] of marks) {
    for (const { selection, value, rule, text, kind, whole } of list) {
      if (event !== chosen && (text.end < visible.start || text.start > visible.end)) continue;
      const known = info?.values[value];
      const name = info?.selections[selection]?.name ?? '';
      decorations.push({
        range: text,
        className: `mark ${slotClass(selection)} mark-${kind} ${whole ? 'mark-whole' : 'mark-part'}`,
        hover:
          kind === 'match'
            ? say`Selection ${name} · ${known?.field ?? 'keyword'} · ${known?.written ?? ''}`
            : say`${KINDS[kind]}: ${events.slice(text.start, text.end)}`,
        link: { selection, value, rule, event },
      });
    }
  }
  return decorations;
}

const KINDS = {
  wildcard: 'Matched by the wildcard',
  group: 'Matched by a group',
  dash: 'Matched by the dash',
};

function edges(outcome: Outcome, visible: Range, chosen: number): Decoration[] {
  const { verdicts, info } = outcome;
  const first = eventAt(verdicts, visible.start);
  if (first === null || !info) return [];
  const members = membersOf(outcome);
  const decorations: Decoration[] = [];
  for (let i = Math.max(0, first - REACH); i < verdicts.length; i++) {
    const { start, end } = rangeOf(verdicts, i);
    if (start > visible.end) break;
    if (i < first && end < visible.start) continue;
    const verdict = verdictOf(verdicts, i);
    const name = VERDICT_CLASS[verdict];
    const fired = members.get(i);
    decorations.push({
      range: { start, end: start },
      glyph: {
        className: `editor-glyph editor-glyph-${name}${fired ? ' editor-glyph-member' : ''}${i === chosen ? ' editor-glyph-chosen' : ''}`,
        hover: [`Event ${i + 1}: ${verdict}${memberWords(fired)} · ${sourceOf(verdicts, i)}`],
      },
    });
    decorations.push({
      range: { start, end },
      edge: `editor-edge editor-edge-${name}${fired ? ' editor-edge-member' : ''}`,
      ...(i === chosen ? { line: 'editor-chosen' } : {}),
    });
  }
  return decorations;
}
