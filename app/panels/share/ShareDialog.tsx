import './share.css';
import { type ComponentProps, useEffect, useMemo, useState } from 'react';
import { addressOf, copyLink } from '../../actions/copy-link';
import { exportOne } from '../../actions/export-work';
import { redactedSettings } from '../../actions/redacted-settings';
import { Later, Part } from '../../guard/later';
import { Opened } from '../../guard/overlay';
import { WideDialog } from '../../guard/WideDialog';
import { fileName } from '../../results/file-names';
import { session } from '../../state/session';
import { encodeLink, LINK_LIMITS, type MadeLink, type Shared } from '../../state/share';
import { notify } from '../../ui/notices';
import { saveFile } from '../../ui/save-file';
import { Toggle } from '../../ui/Toggle';
import { EXPORT } from '../export/export-overlay';
import { contentsWords } from './contents';
import type EmbedCode from './EmbedCode';
import { LeftList, ReplacedTable } from './ReplacedTable';
import { useRedaction } from './use-redaction';
import { summary } from './words';

interface ShareDialogProps {
  readonly isOpen: boolean;
  /** Opens it with the code of an embed. */
  readonly isEmbed: boolean;
  readonly onClose: () => void;
}

/** What a link or a file of events is to contain. */
export function ShareDialog({ isOpen, isEmbed, onClose }: ShareDialogProps) {
  const [exported, setExported] = useState<{ readonly isRedacted: boolean } | null>(null);
  const close = () => {
    setExported(null);
    onClose();
  };
  const isExport = exported !== null;
  return (
    <>
      <WideDialog isOpen={isOpen && !isExport} onClose={close} title="Share" what="What is shared">
        <Options isEmbed={isEmbed} onClose={close} onExport={(isRedacted) => setExported({ isRedacted })} />
      </WideDialog>
      <Opened
        overlay={EXPORT}
        isOpen={isOpen && isExport}
        onLost={close}
        props={{ isOpen: isOpen && isExport, onClose: close, what: 'result' as const, ...exported }}
      />
    </>
  );
}

const EMBED = new Part<ComponentProps<typeof EmbedCode>>('The code of an embed', () => import('./EmbedCode'));

/** Of longer events only the beginning is shown. */
const PREVIEW = 100_000;

interface OptionsProps {
  readonly onClose: () => void;
  readonly isEmbed: boolean;
  /** Opens the dialog for exports instead, with made-up names where they are wanted here. */
  readonly onExport: (isRedacted: boolean) => void;
}

function Options({ isEmbed, onClose, onExport }: OptionsProps) {
  // As they are when the dialog opens: what is shared is what is shown.
  const [work] = useState(() => session.getState());
  const [withRule, setWithRule] = useState(true);
  const [withEvents, setWithEvents] = useState(true);
  const [isOn, setOn] = useState(true);
  const [off, setOff] = useState<readonly string[]>([]);
  const [byHand, setByHand] = useState<string | null>(null);
  const [isUnchecked, setUnchecked] = useState(false);
  const [embeds, setEmbeds] = useState(isEmbed);
  const { last, isNow, failure } = useRedaction(work, isOn, { off, isUnchecked });
  /** Null while they are being made. */
  const events = !isOn ? work.events : isNow && last ? last.text : null;
  const shared = useMemo(() => {
    if (withEvents && events === null) return null;
    const { settings } = work;
    // What is expected of events goes with them.
    const of =
      isOn || !withEvents ? redactedSettings(settings, work.events, withEvents ? last : null) : settings;
    return { rule: withRule ? work.rule : '', events: withEvents ? (events ?? '') : '', settings: of };
  }, [work, withRule, withEvents, isOn, last, events]);
  const made = useLink(shared);
  const keep = (key: string, isKept: boolean) =>
    setOff((keys) => (isKept ? [...keys, key] : keys.filter((one) => one !== key)));
  const copy = async () => {
    if (shared === null) return;
    const outcome = await copyLink(shared);
    if (outcome.kind === 'by hand') setByHand(outcome.link);
    if (outcome.kind !== 'copied') return;
    notify({ key: 'share', text: `Link copied. ${contentsWords(shared, isOn)}`, for: 8000 });
    onClose();
  };
  const download = () => {
    if (events === null) return;
    const settings = isOn ? redactedSettings(work.settings, work.events, last) : work.settings;
    const { rule, ruleName } = work;
    void exportOne(
      { rule, ruleName, events, eventsName: isOn ? '' : work.eventsName, settings },
      fileName('events'),
    );
  };
  return (
    <div className="share">
      <div className="share-choices">
        <Toggle on={withRule} onChange={setWithRule}>
          Rule in the link
        </Toggle>
        <Toggle on={withEvents} onChange={setWithEvents}>
          Events in the link
        </Toggle>
        <Toggle on={isOn} onChange={setOn}>
          Replace names and addresses
        </Toggle>
        <span className="soft">The rule and the settings are shared as they are.</span>
      </div>
      <p className="share-said" role="status">
        {isOn
          ? (failure ?? (isNow && last ? summary(last, isUnchecked) : 'Replacing…'))
          : 'The events are shared as they are.'}
      </p>
      {isOn && failure !== null && !isUnchecked ? (
        <p className="share-choices">
          <button type="button" className="btn" onClick={() => setUnchecked(true)}>
            Replace without running the rule
          </button>{' '}
          <span className="soft">What the rule finds in both texts is then not compared.</span>
        </p>
      ) : null}
      {embeds ? (
        <Later part={EMBED} props={{ shared, made }} />
      ) : (
        <div className="share-parts">
          {isOn && last && last.replaced.length + last.left.length > 0 ? (
            <div className="share-found">
              {last.replaced.length === 0 ? null : (
                <ReplacedTable replaced={last.replaced} isBusy={!isNow} onKeep={keep} />
              )}
              <LeftList left={last.left} />
            </div>
          ) : null}
          <textarea
            className="field field-code share-preview"
            aria-label="Events as they are shared"
            readOnly
            value={(events ?? '').slice(0, PREVIEW)}
          />
        </div>
      )}
      {byHand === null ? null : <ByHand link={byHand} />}
      <div className="share-end">
        <span className="soft" role="note" aria-label="What the link holds">
          {made && shared ? `${contentsWords(shared, isOn)} ${lengthWords(made)}` : ''}
        </span>
        <button type="button" className="btn" aria-pressed={embeds} onClick={() => setEmbeds(!embeds)}>
          Embed
        </button>
        <button type="button" className="btn" onPointerEnter={EXPORT.prepare} onClick={() => onExport(isOn)}>
          Export…
        </button>
        <button type="button" className="btn" disabled={events === null} onClick={download}>
          Download work
        </button>
        <button
          type="button"
          className="btn"
          disabled={events === null || events === ''}
          onClick={() => saveFile(nameOfFile(isOn), events ?? '', 'text/plain;charset=utf-8')}
        >
          Download events
        </button>
        <button type="button" className="btn btn-main" disabled={!made?.ok} onClick={() => void copy()}>
          Copy link
        </button>
      </div>
    </div>
  );
}

/** The link; null while it is being made, or what it is to contain is. */
function useLink(shared: Shared | null): MadeLink | null {
  const [made, setMade] = useState<{ readonly of: Shared; readonly link: MadeLink } | null>(null);
  useEffect(() => {
    if (shared === null) return;
    let isWanted = true;
    void encodeLink(shared).then((link) => {
      if (isWanted) setMade({ of: shared, link });
    });
    return () => {
      isWanted = false;
    };
  }, [shared]);
  return made && made.of === shared ? made.link : null;
}

function lengthWords(made: MadeLink): string {
  const said = (n: number) => n.toLocaleString('en');
  if (made.ok) return `The link has ${said(addressOf(made.hash).length)} characters.`;
  const unit = made.limit === 'content' ? 'bytes' : 'characters';
  return `Too much for a link: ${said(made.size)} of at most ${said(LINK_LIMITS[made.limit])} ${unit}.`;
}

/** The name of the user's file may be that of a host: it is not kept where names are replaced. */
function nameOfFile(isOn: boolean): string {
  const name = fileName('events');
  return isOn ? `events-redacted${/\.\w+$/.exec(name)?.[0] ?? '.txt'}` : name;
}

function ByHand({ link }: { readonly link: string }) {
  return (
    <label className="share-hand">
      The browser did not let the page copy the link. Copy it here:
      <textarea
        className="field field-code"
        readOnly
        rows={3}
        value={link}
        onFocus={(e) => e.currentTarget.select()}
      />
    </label>
  );
}
