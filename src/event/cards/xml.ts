import type { XmlCode } from '../codes';
import type { EventCards } from './card';

/** What reading XML finds. */
export const XML_CARDS: EventCards<XmlCode> = {
  'xml-attribute': {
    finds: 'An attribute that is not written as `name="value"`',
    why: 'Each attribute has a value in quotes. HTML allows less; XML does not.',
    bad: '<Event><Data «Name»=User>backup</Data></Event>',
    good: '<Event><Data Name="User">backup</Data></Event>',
  },
  'xml-declaration': {
    finds: 'A declaration inside an event',
    why: 'Declarations such as `<!DOCTYPE …>` stand before the first element of a document. Windows writes none, and one inside an event could only be there to mislead the reader.',
    bad: '<Event>«<!»ENTITY a "b"><Data Name="User">backup</Data></Event>',
    good: '<Event><Data Name="User">backup</Data></Event>',
  },
  'xml-name': {
    finds: 'A `<` that begins no tag',
    why: 'A tag begins with `<` and a name. Where the character itself is meant, it is written `&lt;`.',
    bad: '<Event><Data Name="CommandLine">echo 1 «<» 2</Data></Event>',
    good: '<Event><Data Name="CommandLine">echo 1 &lt; 2</Data></Event>',
  },
  'xml-not-an-event': {
    finds: 'An element that is no event',
    why: 'An event of Windows is an `Event` element. Other elements around events are read through; one that holds none is left out.',
    bad: '<Event><Data Name="User">backup</Data></Event>\n«<note>Exported by Jo</note>»',
    good: '<Event><Data Name="User">backup</Data></Event>',
  },
  'xml-not-closed': {
    finds: 'An event that ends too early',
    why: 'The end of a tag, or of an element, is missing. Most often the event was cut off when it was copied; events after it are read all the same.',
    bad: '<Event><Data Name="User">backup</Data«>»',
    good: '<Event><Data Name="User">backup</Data></Event>',
  },
  'xml-reference': {
    finds: 'An `&` that names no character',
    why: 'In XML `&` begins the name of a character. Where it stands for itself, as in command lines, it is written `&amp;`. Names such as `&nbsp;` are known to HTML only.',
    bad: '<Event><Data Name="CommandLine">whoami «&» hostname</Data></Event>',
    good: '<Event><Data Name="CommandLine">whoami &amp; hostname</Data></Event>',
  },
  'xml-tag': {
    finds: 'An end tag of another element',
    why: 'Elements end in the reverse order in which they began. Either the end tag before it is missing, or its name is misspelled.',
    bad: '<Event><Data Name="User">backup«</Event»>',
    good: '<Event><Data Name="User">backup</Data></Event>',
  },
  'xml-too-deep': {
    finds: 'Elements nested more than a hundred deep',
    why: 'No program that writes events nests so deeply. Most likely end tags are missing.',
    limit: true,
    bad: '<Event><a><a><a>…«<»a>…</Event>',
    good: '<Event><a>1</a></Event>',
  },
};
