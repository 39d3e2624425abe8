/*
 * Objects around all events: what clouds store and answer is `{"Records":[…]}`. Each member of the array is an event.
 */

/** `Records` of CloudTrail's files, `records` of Azure Monitor, `value` of the Graph API, which says what it is before. */
const WRAPPER =
  /\{\s{0,100}(?:"(?:Records|records)"|(?:"@odata\.\w{1,20}"\s{0,100}:\s{0,100}(?:"[^"\\]{0,500}"|\d{1,12})\s{0,100},\s{0,100}){1,3}"value")\s{0,100}:\s{0,100}\[\s{0,100}(?=\{)/y;
/** What follows the array in its object is short. */
const LONGEST_END = 2000;

/** Where the first event begins inside an object around all events that begins at `at`; -1 where none does. */
export function wrapperStart(text: string, at: number): number {
  let name = at + 1;
  while (text.charCodeAt(name) <= 0x20) name++;
  const first = text.charCodeAt(name + 1);
  // Nearly all objects are events: what cannot be a wrapper is told by the first letter of its first name.
  if (first !== 0x52 && first !== 0x72 && first !== 0x40) return -1;
  WRAPPER.lastIndex = at;
  return WRAPPER.test(text) ? WRAPPER.lastIndex : -1;
}

/** Where the object ends whose array ended before `at`; `at` where it seems not to end. */
export function wrapperEnd(text: string, at: number): number {
  const limit = Math.min(text.length, at + LONGEST_END);
  let depth = 1;
  for (let i = at; i < limit; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x22) {
      i++;
      while (i < limit && text.charCodeAt(i) !== 0x22) i += text.charCodeAt(i) === 0x5c ? 2 : 1;
    } else if (code === 0x7b || code === 0x5b) depth++;
    else if (code === 0x7d || code === 0x5d) {
      depth--;
      if (depth === 0) return i + 1;
    }
  }
  return at;
}
