interface SelectFieldProps<Id extends string> {
  readonly label: string;
  readonly titles: Readonly<Record<Id, string>>;
  readonly chosen: Id;
  readonly onChoose: (id: Id) => void;
}

/** One of a few choices, with its label before it. */
export function SelectField<Id extends string>({ label, titles, chosen, onChoose }: SelectFieldProps<Id>) {
  const ids = Object.keys(titles) as Id[];
  return (
    <label className="export-field">
      <span className="soft">{label}</span>
      <select
        className="field"
        value={chosen}
        onChange={(e) => onChoose(ids.find((id) => id === e.target.value) ?? chosen)}
      >
        {ids.map((id) => (
          <option key={id} value={id}>
            {titles[id]}
          </option>
        ))}
      </select>
    </label>
  );
}
