import { expect, test } from 'vitest';
import { session } from '../state/session';
import { catalogLook, searchCatalog, showView } from './view';

test('a search from elsewhere brings the panel and its rules to the front, on a phone too', () => {
  showView('findings');
  session.setState({ tab: 'rule', pane: 'rule' });
  searchCatalog('technique:T1059.001');
  expect(catalogLook.getState()).toMatchObject({ view: 'rules', query: 'technique:T1059.001' });
  expect(session.getState()).toMatchObject({ tab: 'catalog', pane: 'more' });
});
