import './page.css';
import { Banner } from './layout/Banner';
import { FirstHints } from './layout/FirstHints';
import { Header } from './layout/Header';
import { NarrowLayout } from './layout/NarrowLayout';
import { useDark } from './layout/useDark';
import { WideLayout } from './layout/WideLayout';
import { NewRuleOffer } from './panels/author/NewRuleOffer';
import { useNarrow } from './ui/useNarrow';

/** The page. */
export function App() {
  const dark = useDark();
  const narrow = useNarrow();
  return (
    <div className="page">
      <Header narrow={narrow} />
      <Banner />
      <FirstHints />
      <main className="page-main">{narrow ? <NarrowLayout dark={dark} /> : <WideLayout dark={dark} />}</main>
      <NewRuleOffer />
    </div>
  );
}
