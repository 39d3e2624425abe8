import { PUBLISHED, specNamed } from '../../src/knowledge';
import { plain } from '../../src/text';
import { pickVersion } from '../actions/pick-version';
import { Choices } from '../guard/Choices';
import { useResults } from '../results/results';
import { useSession } from '../state/session';
import { VERSION_CHOICES, versionSaid } from './version-words';

/** The version of the specification that the rule is read as, and the choice of another. */
export function VersionPicker() {
  const picked = useSession((s) => s.settings.spec ?? PUBLISHED);
  const versions = useResults((r) => r.versions);
  const { label, note, isDraft } = versionSaid(picked, versions);
  return (
    <Choices
      quiet
      label={<span className={isDraft ? 'pane-version pane-version-draft' : 'pane-version'}>{label}</span>}
      name={`Version of Sigma: ${label}`}
      title={note ? plain(note) : 'Version of the Sigma specification that the rule is read as'}
      note={note}
      choices={VERSION_CHOICES}
      chosen={picked}
      onChoose={(id) => pickVersion(specNamed(id) ?? PUBLISHED)}
    />
  );
}
