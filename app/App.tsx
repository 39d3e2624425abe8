import './page.css';
import { Guard } from './guard/Guard';
import { About } from './layout/AboutButton';
import { Commands } from './layout/commands/CommandsButton';
import { useDrops } from './layout/drops';
import { Examples } from './layout/ExamplesButton';
import { FirstHints } from './layout/FirstHints';
import { Header } from './layout/Header';
import { History } from './layout/HistoryButton';
import { Learn, Lesson } from './layout/Learn';
import { NarrowLayout } from './layout/NarrowLayout';
import { NewRule } from './layout/NewRule';
import { Reference } from './layout/Reference';
import { Sharing } from './layout/Share';
import { Stage } from './layout/Stage';
import { SheetRow } from './layout/sheets/SheetRow';
import { useDark } from './layout/useDark';
import { WideLayout } from './layout/WideLayout';
import { useNarrow } from './ui/useNarrow';

/** The page. */
export function App() {
  const dark = useDark();
  const narrow = useNarrow();
  const { isOver, handlers } = useDrops();
  return (
    <div className={isOver ? 'page drop-over' : 'page'} {...handlers}>
      <Guard what="The header">
        <Header narrow={narrow} />
      </Guard>
      <SheetRow />
      <Guard what="The first steps">
        <FirstHints />
      </Guard>
      <main id="work" className="page-main">
        {narrow ? (
          <NarrowLayout dark={dark} />
        ) : (
          <div className="page-wide">
            <Lesson />
            <WideLayout dark={dark} />
          </div>
        )}
      </main>
      <NewRule />
      <Guard what="The reference">
        <Reference />
      </Guard>
      <Learn />
      <Guard what="The dialogs">
        <Examples />
        <History />
        <About />
        <Sharing />
        <Commands />
      </Guard>
      <Guard what="The stage">
        <Stage />
      </Guard>
    </div>
  );
}
