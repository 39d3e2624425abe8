import { Button } from 'react-aria-components/Button';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import { KEYS } from '../../../../src/catalog/search/keys';

/** What a query can hold, behind a question mark. */
export function SearchHelp() {
  return (
    <DialogTrigger>
      <Button className="btn search-help" aria-label="What can be searched for">
        ?
      </Button>
      <Popover className="popover" placement="bottom start">
        <Dialog className="search-help-text" aria-label="What can be searched for">
          <p>
            Each word has to be in the rule, in whatever case: in title, description, tags, author, fields,
            values, references, id or path. <code>"two words"</code> is a phrase; <code>-word</code> leaves
            out the rules that have it. A key looks at one thing, <code>level:high,critical</code> at either
            of two, and <code>author:"First Last"</code> has blanks.
          </p>
          <table>
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
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
