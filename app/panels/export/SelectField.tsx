import { useId } from 'react';

interface SelectFieldProps<Id extends string> {
  readonly label: string;
  readonly titles: Readonly<Record<Id, string>>;
  readonly chosen: Id;
  readonly onChoose: (id: Id) => void;
}

/** One of a few choices, with its label before it. */
export function SelectField<Id extends string>({ label, titles, chosen, onChoose }: SelectFieldProps<Id>) {
  const id = useId();
  const ids = Object.keys(titles) as Id[];
  return (
    <span className="export-field">
      <label className="soft" htmlFor={id}>
        {label}
      </label>
      <select
        id={id}
        className="field"
        value={chosen}
        onChange={(e) => onChoose(ids.find((one) => one === e.target.value) ?? chosen)}
      >
        {ids.map((one) => (
          <option key={one} value={one}>
            {titles[one]}
          </option>
        ))}
      </select>
    </span>
  );
}
