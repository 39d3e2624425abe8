import type { TextFormat } from '../format';
import { beginsXml, XML, XmlEventReader } from './read';

/** Windows events as XML. */
export const xmlFormat: TextFormat = {
  name: XML,
  recognise: (text, at) => (beginsXml(text, at) ? 'it begins with an XML tag' : null),
  reader: (reading) => new XmlEventReader(reading),
};
