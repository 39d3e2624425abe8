import { expect, type Page, test } from '@playwright/test';
import { EVENTS, Playground } from './playground';

const JSON_LINE = String.raw`{"Image":"C:\\a.exe","EventID":1,"ok":true}`;
const CSV = 'EventID,Image,CommandLine\n1,C:\\Users\\me\\a.exe,"say ""no"", twice"\n2,C:\\b.exe,x\n';
const XML =
  '<Event xmlns="http://x">\n  <System><EventID Qualifiers="0">1</EventID></System>\n  <EventData>\n    <Data Name="Image">C:\\Users\\me\\a.exe</Data>\n  </EventData>\n</Event>';
const PAIRS = 'EventID=1 Image="C:\\Users\\me\\a.exe" Note=it\'s\nEventID=2 Image="C:\\b.exe" Note=x\n';
const SYSLOG = 'Mar  4 08:15:30 host sshd[12]: Failed password for "root" (C:\\Users) port 22\n'.repeat(2);
const RENDERED =
  'A new process has been created.\n\nCreator Subject:\n\tSecurity ID:\t\tS-1-5-18\n\tAccount Name:\t\tHOST$\n\nProcess Information:\n\tNew Process ID:\t\t0x1f4\n\tNew Process Name:\tC:\\Users\\cmd.exe\n\tProcess Command Line:\t"C:\\Users\\cmd.exe" /c } ] )\n';
const PLAIN = 'it said "C:\\Users\\me" } and went\nand then { nothing\n';

/** The tokens of a text as its editor colours them, each with its characters. */
async function tokens(page: Page): Promise<{ language: string; words: string[] }> {
  return page.evaluate(() => {
    interface Token {
      readonly offset: number;
      readonly type: string;
    }
    interface Model {
      uri: { path: string };
      getLanguageId(): string;
      getValue(): string;
    }
    const { editor } = (
      globalThis as unknown as {
        monaco: { editor: { getModels(): Model[]; tokenize(text: string, language: string): Token[][] } };
      }
    ).monaco;
    const model = editor.getModels().find((m) => m.uri.path === '/events')!;
    const language = model.getLanguageId();
    const text = model.getValue();
    const lines = text.split('\n');
    const words = editor.tokenize(text, language).flatMap((line, i) =>
      line.flatMap(({ offset, type }, at) => {
        const word = lines[i]!.slice(offset, line[at + 1]?.offset ?? lines[i]!.length).trim();
        return type === '' || word === '' ? [] : [`${type.split('.')[0]} ${word}`];
      }),
    );
    return { language, words };
  });
}

for (const [what, text, language, has] of [
  ['JSON', `${JSON_LINE}\n`, 'events-json', ['type "Image"', 'number 1', 'keyword true']],
  ['CSV', CSV, 'events-csv', ['type EventID', 'type CommandLine', 'number 2', 'string "say']],
  ['TSV', 'A\tB\n1\tC:\\Users\n2\t"x"\n', 'events-tsv', ['type A', 'type B', 'number 1', 'string "x"']],
  [
    'CSV with semicolons',
    'A;B\n1;C:\\Users\n2;x\n',
    'events-semicolons',
    ['type A', 'delimiter ;', 'number 2'],
  ],
  ['XML', XML, 'xml', ['tag EventData', 'attribute Name', 'attribute "Image"']],
  ['key=value', PAIRS, 'events-pairs', ['type EventID', String.raw`string "C:\Users\me\a.exe"`, 'number 1']],
  ['syslog', SYSLOG, 'events-pairs', ['number 22', 'string "root"']],
  ['rendered messages', RENDERED, 'events-pairs', ['type New Process Name', 'number 0x1f4']],
  ['plain lines', PLAIN, 'events-text', []],
  ['JSON and XML', `${JSON_LINE}\n${XML}\n${JSON_LINE}\n`, 'events-mixed', ['tag EventData', 'type "Image"']],
  [
    'syslog and JSON',
    `${SYSLOG}${JSON_LINE}\n`,
    'events-mixed',
    ['string "root"', 'type "Image"', 'number 22'],
  ],
] as const) {
  test(`${what} is coloured by its format, and shows no errors`, async ({ page }) => {
    const playground = await new Playground(page).open();
    await playground.paste('Events', text);
    await expect.poll(async () => (await tokens(page)).language).toBe(language);
    // XML's own language is loaded once there is some.
    await expect.poll(async () => (await tokens(page)).words).toEqual(expect.arrayContaining([...has]));
    expect((await tokens(page)).words.filter((word) => word.startsWith('invalid'))).toEqual([]);
    await expect(page.locator('.editor-events .squiggly-error')).toHaveCount(0);
    await page.reload();
    await playground.ready();
    await expect.poll(async () => (await tokens(page)).language).toBe(language);
  });
}

test('broken JSON is still shown as such', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste('Events', EVENTS);
  await expect(page.locator('.editor-events .squiggly-error')).not.toHaveCount(0);
});

for (const scheme of ['light', 'dark'] as const)
  test(`the names of fields have one colour in all formats, ${scheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    const playground = await new Playground(page).open();
    const colourOf = (word: string) =>
      page
        .locator('.editor-events .view-line span span')
        .filter({ hasText: new RegExp(`^\\W*${word}\\W*$`) })
        .first()
        .evaluate((span) => getComputedStyle(span).color);
    const seen = new Set<string>();
    for (const [text, word] of [
      [`${JSON_LINE}\n`, 'Image'],
      [CSV, 'EventID'],
      [PAIRS, 'EventID'],
      [XML, 'Name'],
    ] as const) {
      await playground.paste('Events', text);
      await expect
        .poll(async () =>
          (await tokens(page)).words.some((w) => /^(?:type|attribute)/.test(w) && w.includes(word)),
        )
        .toBe(true);
      // A line that is drawn again meanwhile has none.
      let colour = '';
      await expect.poll(async () => (colour = await colourOf(word))).not.toBe('');
      seen.add(colour);
    }
    expect([...seen]).toHaveLength(1);
  });
