import { useState } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { KEYS } from '../../../../src/catalog';

/** What a query can hold, behind a question mark. */
export function SearchHelp() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className="btn search-help"
        aria-label="What can be searched for"
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        ?
      </button>
      <ModalOverlay className="overlay" isOpen={open} onOpenChange={setOpen} isDismissable>
        <Modal className="modal search-help-modal">
          <Dialog className="dialog">
            <Heading slot="title">What can be searched for</Heading>
            <p>
              Each word has to be in the rule, in whatever case: in title, description, log source, tags,
              author, fields, values, references, id or path. <code>"two words"</code> is a phrase;{' '}
              <code>-word</code> leaves out the rules that have it. A key looks at one thing,{' '}
              <code>level:high,critical</code> at either of two, and <code>author:"First Last"</code> has
              blanks.
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
              <code>*</code> stands for any characters where the whole is compared: status, log source and
              field. Rules with more of the words in their title come first, then those of the gravest level,
              then by title.
            </p>
            <p>
              <kbd>/</kbd> leads to the search, <kbd>↓</kbd> to what it finds, <kbd>Enter</kbd> opens a rule,{' '}
              <kbd>Escape</kbd> clears the search.
            </p>
            <div className="dialog-end">
              <button type="button" className="btn" onClick={() => setOpen(false)}>
                Close
              </button>
            </div>
          </Dialog>
        </Modal>
      </ModalOverlay>
    </>
  );
}
