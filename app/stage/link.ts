import { addressOf } from '../actions/copy-link';
import { session } from '../state/session';
import { encodeLink } from '../state/share';
import { copyText } from '../ui/copy';
import { notify } from '../ui/notices';
import { type Place, printPlace } from './place';

/** Copies a link that opens this step over the work as it is; if the work is too large, one for whoever has it open. */
export async function copyStepLink(place: Place): Promise<void> {
  const made = await encodeLink(session.getState());
  const step = `stage=${printPlace(place)}`;
  if (made.ok)
    return copyText(addressOf(made.hash === '' ? `#${step}` : `${made.hash}&${step}`), 'Link to this step');
  await copyText(addressOf(`#${step}`), 'Link to this step');
  notify({
    key: 'share',
    text: 'The link holds the step alone: the rule and the events are too large for one.',
    for: 8000,
  });
}
