import type { EventSyntax } from '../../event-syntax';
import { isGetWinEvent } from '../../shapes/beside-data';
import { flat } from '../../shapes/flat';
import { shapeOf } from '../../shapes/recognise';
import type { Shape } from '../../shapes/shape';
import { type FieldSpan, objectOf, placesOf } from '../span-syntax';
import { isOpened, locateOpened, opened } from './opened';

/** The syntax of events that are a list of values, of which one may be a text that carries an event: that is opened. */
export function openedSpanSyntax(
  name: string,
  spansOf: (slice: string) => readonly FieldSpan[],
  shape: Shape = { ...flat, name },
): EventSyntax {
  return {
    isJson: () => false,
    parse: (slice) => opened(objectOf(spansOf(slice))),
    shape: (root) => (isOpened(root) || isGetWinEvent(root) ? shapeOf(root) : shape),
    places: (slice, root) => {
      const places = placesOf(spansOf(slice));
      return {
        locate: (text, base, path, shown) =>
          locateOpened(root, (own, ofOwn) => places.locate(text, base, own, ofOwn), path, shown),
      };
    },
  };
}
