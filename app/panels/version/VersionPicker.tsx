import { PUBLISHED } from '../../../src/knowledge';
import { pickVersion } from '../../actions/pick-version';
import { useResults } from '../../results/results';
import { useSession } from '../../state/session';
import { VersionChoice } from './VersionChoice';

/** The version of the specification that the rule is read as, and the choice of another. */
export function VersionPicker() {
  const picked = useSession((s) => s.settings.spec ?? PUBLISHED);
  const versions = useResults((r) => r.versions);
  return (
    <VersionChoice
      name="Version of Sigma"
      title="Version of the Sigma specification that the rule is read as"
      picked={picked}
      versions={versions}
      onChoose={pickVersion}
    />
  );
}
