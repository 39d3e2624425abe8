import { useResults } from '../engine/results';
import { Formats } from '../panels/formats/Formats';
import { VerdictStrip } from '../panels/verdicts/VerdictStrip';
import { count } from '../ui/count';
import { EditorPane } from './EditorPane';

/** The events' side. */
export function EventsPane({ dark }: { readonly dark: boolean }) {
  return (
    <EditorPane side="events" dark={dark} status={<EventsStatus />}>
      <VerdictStrip />
    </EditorPane>
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
