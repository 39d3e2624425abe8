import type { EventSyntax } from '../../event-syntax';
import type { JsonObject } from '../../json';
import type { Shape } from '../../shapes/shape';
import { windowsXml } from '../../shapes/windows-xml';
import { EventXmlParser } from './parse';
import { locateXml, PlaceMaker } from './places';
import { ValueMaker } from './values';

/** The shape of evtx_dump's output, which the values follow, named after the original format. */
const shape: Shape = { ...windowsXml, name: 'Windows event (XML)' };

/** Events written as XML. */
export const xmlSyntax: EventSyntax = {
  isJson: () => false,
  parse: (text) => new EventXmlParser(text, new ValueMaker(text)).event(0) as JsonObject,
  shape: () => shape,
  places: (slice) => {
    const root = new EventXmlParser(slice, new PlaceMaker()).event(0);
    return {
      locate: (text, base, path, name) => (root ? locateXml(root, text, base, path, name) : undefined),
    };
  },
};
