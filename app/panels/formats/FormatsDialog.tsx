import type { RefObject } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Popover } from 'react-aria-components/Popover';
import { FORMAT_NAMES } from '../../../src/event';
import type { FormatFound } from '../../../src/live';
import { say } from '../../../src/text';
import { Guard } from '../../guard/Guard';
import { useResults } from '../../results/results';
import { session, useSession } from '../../state/session';
import { count } from '../../ui/count';
import { Sentence } from '../../ui/Sentence';
import { FieldNames } from './FieldNames';
import { Sources } from './Sources';

interface FormatsDialogProps {
  /** The button that the dialog belongs to. */
  readonly button: RefObject<HTMLButtonElement | null>;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Says how the events' format was recognised, and lets the user choose another and map field names. */
export function FormatsDialog({ button, isOpen, onClose }: FormatsDialogProps) {
  return (
    <Popover
      className="popover"
      placement="bottom end"
      triggerRef={button}
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
    >
      <Dialog className="dialog formats">
        <Guard what="This dialog">
          <Heading slot="title">How the events are read</Heading>
          <AllFound />
          <Sources />
          <ReadAllAs />
          <FieldNames />
        </Guard>
      </Dialog>
    </Popover>
  );
}

function AllFound() {
  const formats = useResults((r) => r.outcome.formats);
  return (
    <ul className="formats-found">
      {formats.map((found) => (
        <Found key={found.format} found={found} />
      ))}
    </ul>
  );
}

function Found({ found: { written, count: events, line, evidence } }: { readonly found: FormatFound }) {
  return (
    <li>
      <strong>{written}</strong>{' '}
      <span className="soft">
        {count(events, 'event')}, from line {line.toLocaleString('en')}
      </span>
      <p>
        <Sentence words={say`Recognised because ${evidence}.`} />
      </p>
    </li>
  );
}

function ReadAllAs() {
  const chosen = useSession((s) => s.settings.format);
  return (
    <fieldset className="formats-choice">
      <legend>Read all as</legend>
      {[undefined, ...FORMAT_NAMES].map((name) => (
        <label key={name ?? ''} className="formats-option">
          <input type="radio" name="format" checked={name === chosen} onChange={() => chooseFormat(name)} />
          {name ?? 'As recognised'}
        </label>
      ))}
    </fieldset>
  );
}

function chooseFormat(name: string | undefined): void {
  session.setState(({ settings: { format: _, ...settings } }) => ({
    settings: name === undefined ? settings : { ...settings, format: name },
  }));
}
