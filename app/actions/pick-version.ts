import type { SpecVersion } from '../../src/knowledge';
import { withSpec } from '../state/fields';
import { session } from '../state/session';

/** Reads rules that name no version as `version` from now on. */
export function pickVersion(version: SpecVersion): void {
  session.setState(({ settings }) => ({ settings: withSpec(settings, version) }));
}
