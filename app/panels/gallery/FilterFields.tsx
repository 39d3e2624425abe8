import { useMemo } from 'react';
import { TOPICS } from '../../examples/example';
import type { GalleryEntry } from '../../examples/gallery';
import { PLATFORMS } from '../../examples/platform';
import type { Filters } from './find';

type Choice = readonly [value: string, name: string];

const LEVELS = ['critical', 'high', 'medium', 'low', 'informational'];

/** What each filter can be: only what some example has. */
function choicesIn(entries: readonly GalleryEntry[]): Readonly<Record<keyof Filters, readonly Choice[]>> {
  const techniques = entries.flatMap((entry) => entry.techniques);
  return {
    topic: Object.entries(TOPICS),
    platform: PLATFORMS.map((name) => [name, name]),
    technique: [...new Map(techniques.map(({ id, name }) => [id, `${id} ${name}`]))].sort(([a], [b]) =>
      a < b ? -1 : 1,
    ),
    level: LEVELS.filter((level) => entries.some((entry) => entry.level === level)).map((one) => [one, one]),
  };
}

const FIELDS: readonly (readonly [key: keyof Filters, label: string, any: string])[] = [
  ['topic', 'Topic', 'All topics'],
  ['platform', 'Source', 'All sources'],
  ['technique', 'Technique', 'All techniques'],
  ['level', 'Level', 'All levels'],
];

interface FilterFieldsProps {
  readonly entries: readonly GalleryEntry[];
  readonly filters: Filters;
  readonly onChange: (filters: Filters) => void;
}

/** What narrows the gallery down. */
export function FilterFields({ entries, filters, onChange }: FilterFieldsProps) {
  const choices = useMemo(() => choicesIn(entries), [entries]);
  return (
    <div className="gallery-filters">
      {FIELDS.map(([key, label, any]) => (
        <select
          key={key}
          className="field gallery-filter"
          aria-label={label}
          value={filters[key] ?? ''}
          onChange={(e) => onChange({ ...filters, [key]: e.target.value || null })}
        >
          <option value="">{any}</option>
          {choices[key].map(([value, name]) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
      ))}
    </div>
  );
}
