import './page.css';
import './whole.css';
import { Guard } from './guard/Guard';
import { About } from './layout/AboutButton';
import { Banner } from './layout/Banner';
import { Commands } from './layout/commands/CommandsButton';
import { useDrops } from './layout/drops';
import { Examples } from './layout/ExamplesButton';
import { Exports } from './layout/Exports';
import { useEnlarged } from './layout/enlarge';
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
import { Told } from './layout/Told';
import { useTextSize } from './layout/text-size';
import { useDark } from './layout/useDark';
import { WideLayout } from './layout/WideLayout';
import { useNarrow } from './ui/useNarrow';

/** The page. */
export function App() {
  const dark = useDark();
  const narrow = useNarrow();
  const enlarged = useEnlarged();
  useTextSize();
  const { isOver, handlers } = useDrops();
  return (
    <div className={isOver ? 'page drop-over' : 'page'} {...handlers}>
      <Guard what="The header">
        <Header narrow={narrow} />
      </Guard>
      <SheetRow />
      <Guard what="The first steps">{enlarged ? null : <FirstHints />}</Guard>
      <main id="work" className="page-main">
        {narrow ? (
          <NarrowLayout dark={dark} />
        ) : (
          <>
            <div className={enlarged ? 'page-wide whole' : 'page-wide'}>
              <Lesson />
              <WideLayout dark={dark} />
            </div>
            {enlarged && enlarged !== 'panels' ? <Banner /> : null}
          </>
        )}
      </main>
      <Told />
      <NewRule />
      <Guard what="The reference">
        <Reference />
      </Guard>
      <Learn />
      <Guard what="The dialogs">
        <Examples />
        <History />
        <About />
        <Exports />
        <Sharing />
        <Commands />
      </Guard>
      <Guard what="The stage">
        <Stage />
      </Guard>
    </div>
  );
}
