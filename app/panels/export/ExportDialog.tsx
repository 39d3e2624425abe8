import './export.css';
import { useRef, useState } from 'react';
import type { PaperAsk, WhichEvents } from '../../../src/export';
import { WideDialog } from '../../guard/WideDialog';
import { effectivelyChosen } from '../../results/chosen';
import { results } from '../../results/results';
import { session } from '../../state/session';
import { Toggle } from '../../ui/Toggle';
import { useRedaction } from '../share/use-redaction';
import { summary } from '../share/words';
import { ExportEnd } from './ExportEnd';
import { FORMS, type Form, isPicture, type Theme } from './forms';
import { Preview } from './Preview';
import { SelectField } from './SelectField';
import { usePaper } from './use-paper';

interface ExportDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly what: PaperAsk['what'];
  /** Names and addresses are replaced to begin with. */
  readonly isRedacted?: boolean;
}

/** A result or the page of a rule, to be saved, copied or printed. */
export function ExportDialog({ isOpen, onClose, what, isRedacted = false }: ExportDialogProps) {
  return (
    <WideDialog isOpen={isOpen} onClose={onClose} title="Export" what="What is exported">
      <Options first={what} isFirstRedacted={isRedacted} />
    </WideDialog>
  );
}

const WHAT = { result: 'Result', 'rule page': 'Rule page' } as const;
const WHICH = { chosen: 'Chosen event', matching: 'Matching events', all: 'All events' } as const;
const THEMES = { light: 'Light', dark: 'Dark' } as const;
const FORM_TITLES = {
  html: FORMS.html.title,
  markdown: FORMS.markdown.title,
  svg: FORMS.svg.title,
  png: FORMS.png.title,
} as const;
const NONE_OFF = { off: [], isUnchecked: false } as const;

interface OptionsProps {
  readonly first: PaperAsk['what'];
  readonly isFirstRedacted: boolean;
}

function Options({ first, isFirstRedacted }: OptionsProps) {
  // As they are when the dialog opens: what is exported is what is shown.
  const [work] = useState(() => session.getState());
  const [at] = useState(() => ({
    document: results.getState().outcome.document,
    chosen: effectivelyChosen(work.selected),
  }));
  const [what, setWhat] = useState(first);
  const [which, setWhich] = useState<WhichEvents>('chosen');
  const [form, setForm] = useState<Form>('html');
  const [theme, setTheme] = useState<Theme>(isDark() ? 'dark' : 'light');
  const [isRedacted, setRedacted] = useState(isFirstRedacted);
  const frame = useRef<HTMLIFrameElement>(null);
  const isResult = what === 'result';
  const isOn = isResult && isRedacted;
  const redaction = useRedaction(work, isOn, NONE_OFF);
  const made = redaction.isNow && redaction.last ? redaction.last : null;
  const shown = usePaper({
    ...{ what, which, rule: work.rule, settings: work.settings, chosen: at.chosen },
    document: isResult ? at.document : work.described,
    events: !isResult ? '' : isOn ? (made?.text ?? null) : work.events,
  });
  const paper = shown.isNow ? shown.paper : null;
  const failure = shown.failure ?? (isOn ? redaction.failure : null);
  return (
    <div className="export">
      <div className="export-choices">
        <SelectField label="What" titles={WHAT} chosen={what} onChoose={setWhat} />
        {isResult ? <SelectField label="Events" titles={WHICH} chosen={which} onChoose={setWhich} /> : null}
        <SelectField label="Form" titles={FORM_TITLES} chosen={form} onChoose={setForm} />
        {isPicture(form) ? (
          <SelectField label="Colours" titles={THEMES} chosen={theme} onChoose={setTheme} />
        ) : null}
        {isResult ? (
          <Toggle on={isRedacted} onChange={setRedacted}>
            Replace names and addresses
          </Toggle>
        ) : null}
      </div>
      <p className="export-said soft" role="status">
        {failure ?? (paper === null ? 'Preparing…' : saidOf(isResult, isOn ? made : null))}
      </p>
      <Preview paper={shown.paper} form={form} theme={theme} frame={frame} isBusy={paper === null} />
      <ExportEnd paper={paper} form={form} theme={theme} frame={frame} />
    </div>
  );
}

function saidOf(isResult: boolean, made: Parameters<typeof summary>[0] | null): string {
  if (!isResult) return 'The page of the rule, without any event.';
  if (!made) return 'The events are exported as they are.';
  const left =
    made.left.length === 0
      ? ''
      : ' Some still stand elsewhere, such as in the rule: Link options lists them.';
  return `${summary(made, false)}${left}`;
}

function isDark(): boolean {
  const { theme } = session.getState();
  return theme === 'system' ? matchMedia('(prefers-color-scheme: dark)').matches : theme === 'dark';
}
