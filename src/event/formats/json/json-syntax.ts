import type { JsonObject } from '../../json';
import { locateNode, parseRanges } from '../../locate';
import type { EventSyntax } from '../../parsed-event';
import { shapeOf } from '../../shapes/recognise';
import { exactly } from './exact';

/** Events written as JSON. */
export const jsonSyntax: EventSyntax = {
  isJson: true,
  parse: (text) => JSON.parse(text) as JsonObject,
  exactly,
  shape: shapeOf,
  places: (slice) => {
    const tree = parseRanges(slice);
    return { locate: (text, base, path, name) => locateNode(tree, text, base, path, name) };
  },
};
