import { Heading } from 'react-aria-components/Heading';
import type { StageAct } from './keys';
import type { Show } from './place';
import type { useStageShow } from './use-stage-show';

interface StageBarProps {
  readonly stage: ReturnType<typeof useStageShow>;
  readonly speaker: boolean;
  readonly onAct: (what: StageAct) => void;
  readonly onClose: () => void;
}

const KINDS: readonly { readonly id: Show['kind']; readonly name: string; readonly key: string }[] = [
  { id: 'event', name: 'Event', key: 'e' },
  { id: 'window', name: 'Correlation', key: 'c' },
  { id: 'evasion', name: 'Evasion', key: 'v' },
];

/** What is shown, and what else there is to show. */
export function StageBar({ stage, speaker, onAct, onClose }: StageBarProps) {
  const { results, show, shown, kinds, current, total } = stage;
  const title = shown.told?.window?.report.title ?? results.outcome.info?.title ?? '';
  const there = KINDS.filter(({ id }) => kinds[id] || id === show.kind);
  return (
    <header className="stage-bar">
      <Heading slot="title" className="stage-rule">
        {title === '' ? 'Stage' : title}
      </Heading>
      <span className="gap" />
      {there.length > 1 ? (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a border and a legend.
        <span role="group" aria-label="What is shown" className="stage-kinds">
          {there.map(({ id, name, key }) => (
            <button
              key={id}
              type="button"
              className="btn-quiet"
              aria-pressed={show.kind === id}
              title={`${name} (${key})`}
              onClick={() => onAct(id)}
            >
              {name}
            </button>
          ))}
        </span>
      ) : null}
      {total > 1 ? (
        <span className="stage-kinds">
          <button
            type="button"
            className="btn-quiet"
            aria-label="The one before"
            title="The one before ([ or ↑)"
            disabled={current === 0}
            onClick={() => onAct('back show')}
          >
            ‹
          </button>
          <span className="stage-count">
            {(current + 1).toLocaleString('en')} of {total.toLocaleString('en')}
          </span>
          <button
            type="button"
            className="btn-quiet"
            aria-label="The next one"
            title="The next one (] or ↓)"
            disabled={current >= total - 1}
            onClick={() => onAct('next show')}
          >
            ›
          </button>
        </span>
      ) : null}
      <button
        type="button"
        className="btn-quiet stage-wide"
        aria-pressed={speaker}
        title="The speaker’s line (s)"
        onClick={() => onAct('speaker')}
      >
        Speaker
      </button>
      <button
        type="button"
        className="btn-quiet"
        title="A link to this step (l)"
        onClick={() => onAct('link')}
      >
        Link
      </button>
      <button
        type="button"
        className="btn-quiet stage-wide"
        title="The whole screen, or the page (f)"
        onClick={() => onAct('screen')}
      >
        Full screen
      </button>
      <button type="button" className="btn-quiet" title="Leave the stage (Escape)" onClick={onClose}>
        Close
      </button>
    </header>
  );
}
