import type { EventSyntax } from '../../event-syntax';
import type { JsonObject } from '../../json';
import { locateNode, parseRanges } from '../../locate';
import { shapeOf } from '../../shapes/recognise';
import { isOpened, locateOpened, opened } from '../opened/opened';
import { exactly } from './exact';

/** Events written as JSON. */
export const jsonSyntax: EventSyntax = {
  isJson: (root) => !isOpened(root),
  parse: (text) => opened(JSON.parse(text) as JsonObject),
  exactly(text) {
    const root = exactly(text);
    return root && opened(root);
  },
  shape: shapeOf,
  places: (slice, root) => {
    const tree = parseRanges(slice);
    return {
      locate: (text, base, path, name) =>
        locateOpened(root, (own, shown) => locateNode(tree, text, base, own, shown), path, name),
    };
  },
};
