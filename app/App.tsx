import './page.css';
import { lazy, Suspense } from 'react';
import { useDrops } from './layout/drops';
import { FirstHints } from './layout/FirstHints';
import { Header } from './layout/Header';
import { NarrowLayout } from './layout/NarrowLayout';
import { useDark } from './layout/useDark';
import { WideLayout } from './layout/WideLayout';
import { useNarrow } from './ui/useNarrow';

// Nothing is on offer at first sight.
const NewRuleOffer = lazy(() =>
  import('./panels/author/NewRuleOffer').then((m) => ({ default: m.NewRuleOffer })),
);

/** The page. */
export function App() {
  const dark = useDark();
  const narrow = useNarrow();
  const { isOver, handlers } = useDrops();
  return (
    <div className={isOver ? 'page drop-over' : 'page'} {...handlers}>
      <Header narrow={narrow} />
      <FirstHints />
      <main className="page-main">{narrow ? <NarrowLayout dark={dark} /> : <WideLayout dark={dark} />}</main>
      <Suspense fallback={null}>
        <NewRuleOffer />
      </Suspense>
    </div>
  );
}
