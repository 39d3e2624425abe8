import { useEffect } from 'react';
import { showChosen } from '../actions/choose-event';
import { Later, Part } from '../guard/later';
import { useLog } from '../log/store';
import { Documents } from '../panels/documents/Documents';
import { Formats } from '../panels/formats/Formats';
import { UnknownForm } from '../panels/formats/UnknownForm';
import { VerdictStrip } from '../panels/verdicts/VerdictStrip';
import { useResults } from '../results/results';
import { useSession } from '../state/session';
import { count } from '../ui/count';
import { Banner } from './Banner';
import { EditorPane } from './EditorPane';

// Most visits do not need it.
const LOG = new Part('The list of the log', () => import('../log/panel/LogPanel'));

/** The events' side: their text or, while a large log is open, its list and the text of one event. */
export function EventsPane({ dark, narrow }: { readonly dark: boolean; readonly narrow: boolean }) {
  const log = useLog((open) => open.id);
  // Where one pane is shown at a time, another event may have been chosen meanwhile.
  useEffect(showChosen, []);
  if (log === null)
    return (
      <EditorPane
        side="events"
        dark={dark}
        status={<EventsStatus />}
        below={
          <>
            {narrow ? <Banner /> : null}
            <UnknownForm />
            {narrow ? <Documents /> : null}
          </>
        }
      >
        <VerdictStrip />
      </EditorPane>
    );
  const panel = <Later key={log} part={LOG} waiting={<p className="empty">Opening…</p>} />;
  return (
    <EditorPane
      side="events"
      dark={dark}
      status={<EventStatus />}
      above={panel}
      below={
        narrow ? (
          <>
            <Banner />
            <Documents />
          </>
        ) : null
      }
    />
  );
}

function EventsStatus() {
  const total = useResults((r) => r.outcome.total);
  const formats = useResults((r) => r.outcome.formats.length);
  const running = useResults((r) => r.running && !r.settled);
  if (running) return null;
  return (
    <>
      {count(total, 'event')}
      {formats > 0 ? (
        <>
          {' · '}
          <Formats />
        </>
      ) : null}
    </>
  );
}

/** Which event of the log is in the editor. */
function EventStatus() {
  const chosen = useLog((log) => log.chosen);
  const total = useLog((log) => log.state?.events ?? 0) ?? 0;
  const text = useSession((s) => s.events);
  if (!chosen) return null;
  return (
    <>
      Event {(chosen.event + 1).toLocaleString('en')} of {total.toLocaleString('en')}
      {withFeeds(text) === withFeeds(chosen.text) ? '' : ', edited here; the file is unchanged'}
      {' · '}
      <Formats />
    </>
  );
}

/** An editor normalises line ends; that is not an edit. */
function withFeeds(text: string): string {
  return text.replaceAll('\r\n', '\n');
}
