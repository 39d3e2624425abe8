import type { Page } from '@playwright/test';

/** Rules for the events of the other tests. */
export const rule = (title: string, level: string, detection: string) =>
  `title: ${title}\nlevel: ${level}\nlogsource: {product: windows, category: process_creation}\ndetection:\n    selection: ${detection}\n    condition: selection\n`;

export const RULES = {
  'rules/whoami-all.yml': rule('All privileges', 'high', "{CommandLine|contains: ' /all'}"),
  'rules/whoami.yml': rule('Any whoami', 'low', "{Image|endswith: '\\whoami.exe'}"),
  'rules/agent.yml': rule('From the agent', 'critical', "{ParentImage|endswith: '\\agent.exe'}"),
  'rules/never.yml': rule('Never', 'medium', '{CommandLine: nothing}'),
  'rules/broken.yml': rule('Broken', 'high', '{CommandLine|contians: x}'),
  'readme.md': '# no rule',
};

export const findings = (page: Page) => page.getByRole('region', { name: 'Findings' });
export const runAll = (page: Page) => page.getByRole('button', { name: 'Run all on my events' });
export const status = (page: Page) =>
  page.getByRole('region', { name: 'Catalog of rules' }).getByRole('status');
