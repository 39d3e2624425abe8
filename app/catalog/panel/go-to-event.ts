import { chooseEvent } from '../../actions/choose-event';
import { editors } from '../../editor/editors';
import { session } from '../../state/session';

/** Chooses an event. On a phone, brings the events to the front first. */
export function goToEvent(event: number): void {
  session.setState({ pane: 'events' });
  if (editors.events.host?.isConnected) chooseEvent(event);
  else requestAnimationFrame(() => chooseEvent(event));
}
