import { expect, test } from 'vitest';
import { compileCollection } from '../rule';
import { catalog } from '../testing/corpus';
import { describeWithShared } from '../testing/shared';
import { attackCoverage } from './attack-coverage';
import { eventCoverage } from './event-coverage';
import { ruleCard } from './rule-card';

describeWithShared('the catalog described', (shared) => {
  test('its tags and events, and how much of them is unknown', () => {
    const counts = { rules: 0, 'with ATT&CK': 0, notes: 0, 'with a fix': 0, events: 0, 'without title': 0 };
    for (const { text } of catalog(shared)) {
      for (const { plan } of compileCollection(text).plans) {
        const card = ruleCard(plan);
        const attack = attackCoverage(card.meta.tags);
        const { rows } = eventCoverage(card);
        counts.rules++;
        if (attack.rows.length > 0) counts['with ATT&CK']++;
        counts.notes += attack.notes.length;
        counts['with a fix'] += attack.notes.filter((n) => n.fixes.length > 0).length;
        counts.events += rows.length;
        counts['without title'] += rows.filter((r) => r.title === null).length;
      }
    }
    console.log(`the catalog described: ${JSON.stringify(counts)}`);
    expect(counts).toEqual({
      rules: 3954,
      'with ATT&CK': 3949,
      notes: 158,
      'with a fix': 155,
      events: 5335,
      'without title': 67,
    });
  });
});
