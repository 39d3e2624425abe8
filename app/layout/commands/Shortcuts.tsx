import './shortcuts.css';
import { WideDialog } from '../../guard/WideDialog';
import { closeDialog } from '../../state/dialogs';
import { COMMANDS } from './all';
import { SECTIONS } from './command';
import { keyWords } from './keys';
import { PARTS_KEYS, whereWords } from './other-keys';

/** All keys: those of the commands, and those that mean something in one part of the page. */
export function Shortcuts({ isOpen }: { readonly isOpen: boolean }) {
  return (
    <WideDialog isOpen={isOpen} onClose={closeDialog} title="Keys" what="The table of keys">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard. */}
      <section className="shortcuts" aria-label="All keys" tabIndex={0}>
        <div className="shortcuts-parts">
          {SECTIONS.map((section) => (
            <OfCommands key={section} section={section} />
          ))}
          {PARTS_KEYS.map(({ part, keys }) => (
            <Part
              key={part}
              title={part}
              rows={keys.map(([key, does]) => ({ does, keys: [key], where: '' }))}
            />
          ))}
        </div>
      </section>
    </WideDialog>
  );
}

function OfCommands({ section }: { readonly section: (typeof SECTIONS)[number] }) {
  const rows = COMMANDS.flatMap(({ title, keys, section: own }) =>
    own === section && keys
      ? [
          {
            does: title,
            keys: keys.map(({ key }) => keyWords(key)),
            where: [...new Set(keys.map(whereWords).filter(Boolean))].join(', '),
          },
        ]
      : [],
  );
  return rows.length === 0 ? null : <Part title={section} rows={rows} />;
}

interface PartProps {
  readonly title: string;
  readonly rows: readonly {
    readonly does: string;
    readonly keys: readonly string[];
    readonly where: string;
  }[];
}

function Part({ title, rows }: PartProps) {
  return (
    <div className="shortcuts-part">
      <h3>{title}</h3>
      <dl>
        {rows.map(({ does, keys, where }) => (
          <div key={`${does} ${keys.join()}`} className="shortcuts-row">
            <dt>{does}</dt>
            <dd>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
              {where === '' ? null : <span className="soft">{where}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
