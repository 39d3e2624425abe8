import './about.css';
import { useState } from 'react';
import { WideDialog } from '../../guard/WideDialog';
import { count } from '../../ui/count';
import { BUILD, buildWords } from './build';
import { Kept } from './Kept';
import { policyOfPage, requestsSoFar } from './requests';

interface AboutDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** The page's version, what it keeps and sends, and what it is made of. */
export function AboutDialog({ isOpen, onClose }: AboutDialogProps) {
  return (
    <WideDialog isOpen={isOpen} onClose={onClose} title="About this page" what="About">
      <div className="about">
        <p>Sigma Playground {buildWords(BUILD)}</p>
        <Sent />
        <Kept />
        <section aria-label="What it is made of">
          <h3>What it is made of</h3>
          <p>
            <a href="./licences.txt" target="_blank" rel="noopener">
              Licences of everything in this page
            </a>
            {' · '}
            <a href="./bom.json" target="_blank" rel="noopener">
              Software bill of materials (CycloneDX)
            </a>
          </p>
          <p className="soft">
            The same commit always builds the same files, byte for byte: <code>npm run reproducible</code>{' '}
            compares two builds from clean clones.
          </p>
        </section>
      </div>
    </WideDialog>
  );
}

/** What leaves the page, and how to see that for oneself. */
function Sent() {
  const [{ own, others }] = useState(requestsSoFar);
  const policy = policyOfPage();
  return (
    <section aria-label="What leaves this page">
      <h3>What leaves this page</h3>
      <p>
        Nothing. Rules, events and catalogs are read in this browser, and no server gets them. The page asks
        its own site for its own files, and no other site for anything.
      </p>
      <p>
        {`Since it was opened, the browser has recorded ${count(own, 'request')} to ${location.host} and `}
        {others.length === 0 ? 'none to any other site.' : `some to ${others.join(', ')}.`}
      </p>
      <details>
        <summary>See for yourself</summary>
        <ol>
          <li>
            Open the browser’s developer tools (F12), choose Network, and use the page: type, paste, open
            files. No request has any of it.
          </li>
          <li>
            Cut the network, in the same tools or by pulling the plug, and go on. Once the page is kept for
            use without a network, everything works.
          </li>
          <li>
            Read the policy that the page has brought with it. The browser enforces it, in the page and in its
            workers: <code>connect-src 'self'</code> refuses every connection to another site.
          </li>
        </ol>
        {policy === null ? (
          <p className="soft">This is the development server: the policy comes with the build.</p>
        ) : (
          <pre className="about-policy">{policy}</pre>
        )}
      </details>
    </section>
  );
}
