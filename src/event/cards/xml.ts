import type { XmlCode } from '../codes';
import type { EventCards } from './card';

/** Problems of XML. */
export const XML_CARDS: EventCards<XmlCode> = {
  'xml-attribute': {
    finds: 'An attribute that is not written as `name="value"`',
    why: 'Each attribute needs a value in quotes. HTML allows less; XML does not.',
    bad: '<Event><Data «Name»=User>backup</Data></Event>',
    good: '<Event><Data Name="User">backup</Data></Event>',
  },
  'xml-declaration': {
    finds: 'A declaration inside an event',
    why: 'Declarations such as `<!DOCTYPE …>` come before the first element of a document. Windows writes none; one inside an event can only be meant to mislead the parser.',
    bad: '<Event>«<!»ENTITY a "b"><Data Name="User">backup</Data></Event>',
    good: '<Event><Data Name="User">backup</Data></Event>',
  },
  'xml-name': {
    finds: 'A `<` that does not begin a tag',
    why: 'A tag begins with `<` and a name. For the character itself, write `&lt;`.',
    bad: '<Event><Data Name="CommandLine">echo 1 «<» 2</Data></Event>',
    good: '<Event><Data Name="CommandLine">echo 1 &lt; 2</Data></Event>',
  },
  'xml-not-an-event': {
    finds: 'An element that is not an event',
    why: 'A Windows event is an `Event` element. Other elements around events are ignored; an element without an event is left out.',
    bad: '<Event><Data Name="User">backup</Data></Event>\n«<note>Exported by Jo</note>»',
    good: '<Event><Data Name="User">backup</Data></Event>',
  },
  'xml-not-closed': {
    finds: 'An event that ends too early',
    why: 'The end of a tag or of an element is missing. Usually the event was cut off when it was copied. Events after it are still read.',
    bad: '<Event><Data Name="User">backup</Data«>»',
    good: '<Event><Data Name="User">backup</Data></Event>',
  },
  'xml-reference': {
    finds: 'An `&` that does not begin a character name',
    why: 'In XML `&` begins the name of a character. For the `&` itself, as in command lines, write `&amp;`. Names such as `&nbsp;` exist only in HTML.',
    bad: '<Event><Data Name="CommandLine">whoami «&» hostname</Data></Event>',
    good: '<Event><Data Name="CommandLine">whoami &amp; hostname</Data></Event>',
  },
  'xml-tag': {
    finds: 'The end tag of another element',
    why: 'Elements end in the reverse order of their beginning. Either an end tag before it is missing, or its name is misspelled.',
    bad: '<Event><Data Name="User">backup«</Event»>',
    good: '<Event><Data Name="User">backup</Data></Event>',
  },
  'xml-too-deep': {
    finds: 'Elements nested more than a hundred deep',
    why: 'No program writes events that are nested so deeply. Probably end tags are missing.',
    limit: true,
    bad: '<Event><a><a><a>…«<»a>…</Event>',
    good: '<Event><a>1</a></Event>',
  },
};
