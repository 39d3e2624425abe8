import './version.css';
import { PUBLISHED, type SpecVersion, specNamed } from '../../../src/knowledge';
import type { ReadAs } from '../../../src/live';
import { plain } from '../../../src/text';
import { Choices } from '../../guard/Choices';
import { VERSION_CHOICES, versionSaid } from './version-words';

interface VersionChoiceProps {
  /** Begins its name: `Version of Sigma`. */
  readonly name: string;
  /** What the pointer is told, where the documents have no version of their own. */
  readonly title: string;
  readonly picked: SpecVersion;
  /** The versions that the documents are read as. */
  readonly versions: readonly ReadAs[];
  readonly onChoose: (version: SpecVersion) => void;
}

/** The version of the specification that a text is read as, and the choice of another. */
export function VersionChoice({ name, title, picked, versions, onChoose }: VersionChoiceProps) {
  const { label, note, isDraft } = versionSaid(picked, versions);
  return (
    <Choices
      quiet
      label={<span className={isDraft ? 'version version-draft' : 'version'}>{label}</span>}
      name={`${name}: ${label}`}
      title={note ? plain(note) : title}
      note={note}
      choices={VERSION_CHOICES}
      chosen={picked}
      onChoose={(id) => onChoose(specNamed(id) ?? PUBLISHED)}
    />
  );
}
