import { Button } from 'react-aria-components/Button';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Popover } from 'react-aria-components/Popover';
import { useStore } from 'zustand';
import { FORMAT_NAMES } from '../../../src/event';
import type { FormatFound } from '../../../src/live';
import { Guard } from '../../guard/Guard';
import { Later, Part } from '../../guard/later';
import { useResults } from '../../results/results';
import { session, useSession } from '../../state/session';
import { count } from '../../ui/count';
import { Sentence } from '../../ui/Sentence';
import { naming } from './naming';
import { Sources } from './Sources';
import './formats.css';
import { say } from '../../../src/text';

// Loaded when the dialog is opened.
const FIELD_NAMES = new Part<object>('The list of field names', () =>
  import('./FieldNames').then((m) => ({ default: m.FieldNames })),
);

/** The format of the events; opens a dialog that says how it was recognised and lets the user choose another. */
export function Formats() {
  const format = useResults((r) => r.outcome.format);
  const formats = useResults((r) => r.outcome.formats);
  const chosen = useSession((s) => s.settings.format);
  const open = useStore(naming, (n) => n.open);
  return (
    <DialogTrigger isOpen={open} onOpenChange={(open) => naming.setState({ open, field: '' })}>
      <Button className="btn-quiet formats-button" aria-label={`Format: ${format}. How it was recognised`}>
        {format}
        {chosen === undefined ? '' : ', chosen'}
      </Button>
      <Popover className="popover" placement="bottom end">
        <Dialog className="dialog formats">
          <Guard what="This dialog">
            <Heading slot="title">How the events are read</Heading>
            <ul className="formats-found">
              {formats.map((found) => (
                <Found key={found.format} found={found} />
              ))}
            </ul>
            <Sources />
            <ReadAllAs chosen={chosen} />
            <Later part={FIELD_NAMES} />
          </Guard>
        </Dialog>
      </Popover>
    </DialogTrigger>
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

function ReadAllAs({ chosen }: { readonly chosen: string | undefined }) {
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
