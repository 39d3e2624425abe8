import { prose } from '../../../text';
import type { TextFormat } from '../format';
import { beginsHtml } from '../unknown';
import { beginsXml, XML, XmlEventReader } from './read';

/** Windows events as XML. */
export const xmlFormat: TextFormat = {
  name: XML,
  recognise: (text, at) =>
    beginsXml(text, at) && !beginsHtml(text, at) ? prose('it begins with an XML tag') : null,
  reader: (scan) => new XmlEventReader(scan),
};
