import { useState } from 'react';
import type { NoisyField, NoisyValue, Unwanted } from '../../../../src/authoring';
import { cutEntry } from '../../../ui/cut';
import { percent } from '../../../ui/percent';
import { fieldWords } from './words';

/** Values of a field that are shown before somebody asks for more. */
const FEW = 6;

interface FieldsProps {
  readonly fields: readonly NoisyField[];
  readonly matches: number;
  readonly isChosen: (one: Unwanted) => boolean;
  readonly onChoose: (one: Unwanted) => void;
}

/** The fields of the matches, each with its most frequent values, which can be chosen. */
export function Fields({ fields, ...rest }: FieldsProps) {
  return (
    <div className="noise-fields">
      {fields.map((field) => (
        <Field key={field.field} field={field} {...rest} />
      ))}
    </div>
  );
}

interface FieldProps extends Omit<FieldsProps, 'fields'> {
  readonly field: NoisyField;
}

function Field({ field, matches, isChosen, onChoose }: FieldProps) {
  const [isWhole, setWhole] = useState(false);
  const { values } = field;
  const shown = isWhole ? values : values.slice(0, FEW);
  return (
    <fieldset className="noise-field">
      <legend>
        <code>{cutEntry(field.field)}</code> <span className="soft">{fieldWords(field)}</span>
      </legend>
      {shown.map(({ value, count }, i) => (
        <Value
          // biome-ignore lint/suspicious/noArrayIndexKey: values of other types may have the same text.
          key={i}
          value={value}
          count={count}
          matches={matches}
          isOn={isChosen({ field: field.field, value })}
          onChoose={() => onChoose({ field: field.field, value })}
        />
      ))}
      {shown.length < values.length ? (
        <button type="button" className="btn-quiet" onClick={() => setWhole(true)}>
          Show {values.length - shown.length} more
        </button>
      ) : null}
    </fieldset>
  );
}

interface ValueProps extends NoisyValue {
  readonly matches: number;
  readonly isOn: boolean;
  readonly onChoose: () => void;
}

function Value({ value, count, matches, isOn, onChoose }: ValueProps) {
  const text = String(value);
  return (
    <label className="noise-value">
      <input type="checkbox" checked={isOn} onChange={onChoose} />
      <span className="noise-count">{count.toLocaleString('en')}</span>
      <span className="noise-share soft">{percent(count, matches)}</span>
      <code className="noise-text" title={cutEntry(text)}>
        {text === '' ? <span className="soft">empty</span> : cutEntry(text)}
      </code>
    </label>
  );
}
