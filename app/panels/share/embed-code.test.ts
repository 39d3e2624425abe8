import { expect, test } from 'vitest';
import { embedCode } from './embed-code';

const PARTS = {
  address: 'https://a.example/embed.html#v1=abc&edit=yes',
  title: 'T',
  height: 300,
  follows: false,
};

/** The attributes of the frame, as a browser reads them. */
function attributes(html: string): Record<string, string> {
  const [, inside = ''] = /^<iframe ([^>]*)><\/iframe>/.exec(html) ?? [];
  const read = (text: string) =>
    text
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&');
  return Object.fromEntries(
    [...inside.matchAll(/([a-z]+)="([^"]*)"/g)].map(([, name, value]) => [name, read(value!)]),
  );
}

test.each([
  ['a title', 'Whoami'],
  ['signs of HTML', `"><script>alert('1')</script>&lt;`],
  ['an attribute', '" onload="alert(1)'],
])('%s stays a text', (_, title) => {
  const html = embedCode({ ...PARTS, title });
  expect(attributes(html)).toMatchObject({ src: PARTS.address, title, height: '300', width: '100%' });
  expect(Object.keys(attributes(html))).not.toContain('onload');
  expect(html).not.toContain('<script');
  expect(html.split('<')).toHaveLength(3);
});

test('the sandbox lets the link open a whole page, and nothing else out', () => {
  expect(attributes(embedCode(PARTS)).sandbox?.split(' ').sort()).toEqual([
    'allow-popups',
    'allow-popups-to-escape-sandbox',
    'allow-same-origin',
    'allow-scripts',
  ]);
});

test('the script names its own frame, and no text of the work', () => {
  const html = embedCode({ ...PARTS, title: "'); alert(1)", follows: true });
  const { id } = attributes(html);
  const script = html.slice(html.indexOf('<script>'));
  expect(id).toMatch(/^sigma-[a-z0-9]+$/);
  expect(script).toContain(`getElementById('${id}')`);
  expect(script).not.toContain('alert');
});
