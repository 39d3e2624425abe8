import { type RefObject, useRef } from 'react';
import { loadRules } from '../../catalog/catalog';
import { chosenFiles, type Opened } from '../../catalog/dropped';
import { Choices } from '../../ui/Choices';
import { notify } from '../../ui/notices';

/** Reads what was opened or dropped, or says that there is nothing in it. */
export function take({ name, files }: Opened): void {
  if (files.length > 0) loadRules(name, files);
  else
    notify({ key: 'catalog', text: 'There is no .yml, .yaml or .zip file in what you opened.', for: 8000 });
}

/** Opens rules: as two buttons, or, in place of rules that there are, as a menu. */
export function OpenRules({ replacing = false }: { readonly replacing?: boolean }) {
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const open = (id: string) => (id === 'folder' ? folder : files).current?.click();
  return (
    <>
      {replacing ? (
        <Choices label="Replace" name="Replace the catalog" choices={CHOICES} onChoose={open} />
      ) : (
        <div className="catalog-open">
          {CHOICES.map(({ id, title }) => (
            <button key={id} type="button" className="btn" onClick={() => open(id)}>
              {title}
            </button>
          ))}
        </div>
      )}
      <Picker of={files} label="Files for the catalog" folder={false} />
      <Picker of={folder} label="Folder for the catalog" folder />
    </>
  );
}

const CHOICES = [
  { id: 'files', title: 'Open files or a zip' },
  { id: 'folder', title: 'Open a folder' },
];

interface PickerProps {
  readonly of: RefObject<HTMLInputElement | null>;
  readonly label: string;
  readonly folder: boolean;
}

function Picker({ of, label, folder }: PickerProps) {
  return (
    <input
      ref={(input) => {
        of.current = input;
        if (input) input.webkitdirectory = folder;
      }}
      type="file"
      hidden
      multiple
      aria-label={label}
      {...(folder ? {} : { accept: '.yml,.yaml,.zip' })}
      onChange={(e) => {
        const opened = chosenFiles(e.currentTarget.files ?? []);
        // Emptied, so that the same files can be opened again.
        e.currentTarget.value = '';
        take(opened);
      }}
    />
  );
}
