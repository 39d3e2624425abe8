interface SegmentsProps<Id extends string> {
  /** What is chosen, for screen readers. */
  readonly legend: string;
  readonly segments: readonly {
    readonly id: Id;
    readonly label?: string;
    readonly disabled?: boolean;
    readonly title?: string;
  }[];
  readonly chosen: Id;
  readonly onChoose: (id: Id) => void;
  readonly className?: string;
}

/** Buttons of which one is pressed. */
export function Segments<Id extends string>({
  legend,
  segments,
  chosen,
  onChoose,
  className = 'catalog-choice',
}: SegmentsProps<Id>) {
  return (
    <fieldset className={className}>
      <legend className="visually-hidden">{legend}</legend>
      {segments.map(({ id, label = id, ...rest }) => (
        <button
          key={id}
          type="button"
          className="btn-quiet"
          aria-pressed={id === chosen}
          onClick={() => onChoose(id)}
          {...rest}
        >
          {label}
        </button>
      ))}
    </fieldset>
  );
}
