import { Choices } from '../guard/Choices';
import { session, type Theme, useSession } from '../state/session';
import { useStage } from '../state/stage';
import { NoticeList } from '../ui/NoticeList';
import { Toggle } from '../ui/Toggle';
import { AboutButton } from './AboutButton';
import { CommandsButton } from './commands/CommandsButton';
import { ExamplesButton } from './ExamplesButton';
import { HistoryButton } from './HistoryButton';
import { LearnButton } from './Learn';
import { ReferenceButton } from './Reference';
import { ShareButton } from './Share';
import { StageButton } from './Stage';
import { NewSheet } from './sheets/NewSheet';

/** The bar at the top: the name of the page, and what concerns both sides. */
export function Header({ narrow }: { readonly narrow: boolean }) {
  const isStaged = useStage((s) => s.place !== null);
  return (
    <header className="page-header" data-region>
      <div className="page-tools">
        <h1 className="page-brand">
          <span aria-hidden="true">Σ</span> Sigma Playground
        </h1>
        {narrow ? null : (
          <>
            <ExamplesButton />
            <LearnButton />
          </>
        )}
        <NewSheet />
        {/* The stage shows them itself. Notices have their own room in the header and cover nothing that the user works with. */}
        <div className="gap page-notices">{isStaged ? null : <NoticeList />}</div>
        {narrow ? null : (
          <div className="page-settings">
            <AboutButton room="header" />
            <LogsourceSwitch />
            <ThemeMenu />
            <ReferenceButton />
            <HistoryButton />
            <CommandsButton />
            <StageButton />
          </div>
        )}
      </div>
      <ShareButton />
    </header>
  );
}

const THEME_CHOICES: readonly { id: Theme; title: string }[] = [
  { id: 'system', title: 'System' },
  { id: 'light', title: 'Light' },
  { id: 'dark', title: 'Dark' },
];

/** Light, dark, or the system's choice. */
export function ThemeMenu() {
  const theme = useSession((s) => s.theme);
  const choose = (id: string) => {
    const choice = THEME_CHOICES.find((c) => c.id === id);
    if (choice) session.setState({ theme: choice.id });
  };
  const glyph = { system: '◐', light: '○', dark: '●' }[theme];
  return (
    <Choices
      label={<span aria-hidden="true">{glyph}</span>}
      name="Theme"
      choices={THEME_CHOICES}
      chosen={theme}
      onChoose={choose}
    />
  );
}

/** Whether the rule's log source decides which events the rule is tried on. */
export function LogsourceSwitch() {
  const ignore = useSession((s) => s.settings.ignoreLogsource);
  return (
    <Toggle
      on={ignore}
      onChange={(ignoreLogsource) =>
        session.setState((s) => ({ settings: { ...s.settings, ignoreLogsource } }))
      }
    >
      Ignore log sources
    </Toggle>
  );
}
