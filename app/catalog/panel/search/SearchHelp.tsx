import { useState } from 'react';
import { Heading } from 'react-aria-components/Heading';
import { KEYS } from '../../../../src/catalog';
import { ModalDialog } from '../../../guard/ModalDialog';

/** What a query can contain, behind a question mark. */
export function SearchHelp() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className="btn search-help"
        aria-label="Search help"
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        ?
      </button>
      <ModalDialog
        isOpen={open}
        onClose={() => setOpen(false)}
        what="The search help"
        frame="search-help-modal"
      >
        <Heading slot="title">Search help</Heading>
        <p>
          A rule is found if it has every word, in any case, in its title, description, log source, tags,
          author, fields, values, references, id or path. <code>"two words"</code> is a phrase;{' '}
          <code>-word</code> excludes the rules that have it. A key such as <code>level:</code> looks in one
          place; <code>level:high,critical</code> finds either value, and <code>author:"First Last"</code> has
          a space in it.
        </p>
        <table className="search-help-keys">
          <tbody>
            {Object.entries(KEYS).map(([key, { looksAt, example }]) => (
              <tr key={key}>
                <th scope="row">
                  <code>{example}</code>
                </th>
                <td>{looksAt}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p>
          <code>*</code> stands for any characters in keys that compare the whole value: status, log source
          and field. Rules with more of the words in their title come first, then the highest level, then the
          order of the titles.
        </p>
        <p>
          <kbd>/</kbd> goes to the search, <kbd>↓</kbd> to the results. <kbd>Enter</kbd> opens a rule,{' '}
          <kbd>Escape</kbd> clears the search.
        </p>
        <div className="dialog-end">
          <button type="button" className="btn" onClick={() => setOpen(false)}>
            Close
          </button>
        </div>
      </ModalDialog>
    </>
  );
}
