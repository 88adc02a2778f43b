import { describe, expect, it } from 'vitest';
import type { Day } from '@suivi/rules/calendar/days';
import { plan } from '@suivi/rules/plan';
import { STAGES } from '@suivi/rules/vocabulary';
import { disorder } from '../files/disorder.ts';
import { DEMO_DAY, DEMO_FILES } from './demo-files.ts';
import { MORE_DEMO_FILES, NEIGHBOUR_FILES } from './demo-more-files.ts';
import { contractFile } from './plan-demo-file.ts';

const today = DEMO_DAY as Day;
const all = [...DEMO_FILES, ...MORE_DEMO_FILES];

describe('the demo', () => {
  it.each(all.map((file) => [file.name.join(' '), file] as const))('%s has a history that can be', (_name, demo) => {
    const file = contractFile(demo);
    expect(disorder(file.events)).toEqual(new Map());
    expect(file.events.every(({ on }) => !on || on <= today)).toBe(true);
    const { tasks, warnings } = plan(file, today);
    expect(warnings.map(({ code }) => code)).not.toContain('duplicate_event');
    for (const key of Object.keys({ ...demo.assigned, ...demo.snoozed }))
      expect(tasks.map((task) => task.key)).toContain(key);
  });

  it('shows what the mock-ups show', () => {
    const shown = Object.fromEntries(
      DEMO_FILES.map((demo) => {
        const { stage, tasks } = plan(contractFile(demo), today);
        return [demo.name.join(' '), `${stage} · ${tasks[0]?.key} ${tasks[0]?.dueOn}`];
      }),
    );
    expect(shown).toEqual({
      'Carol Washburn': 'with_cpam · call_3646:with_cpam:1 2026-05-21',
      'Priya Venkataraman': 'with_cpam · office_visit:with_cpam:1 2026-05-18',
      'Maarten van der Heijden': 'submitted · trace_post:file:1 2026-05-20',
      'Yassine El Idrissi': 'documents_requested · collect_documents:supplement:1 2026-04-28',
      'Haruka Watanabe': 'ready_to_submit · registered_post:file:1 2026-05-21',
      'João Gonçalves': 'gathering_documents · check_documents:2 2026-05-21',
      'Bruce Culliver': 'rights_open · call_3646:back:1 2026-05-21',
      'Maude Bélanger': 'number_issued · order_card:1 2026-05-21',
      'Åsa Ångström': 'with_cpam · call_3646:with_cpam:1 2026-05-22',
      'Conceição Gonçalves': 'card_ordered · ameli_message:card:1 2026-05-22',
      'Annegret Müller-Lüdenscheidt': 'gathering_documents · collect_documents:1 2026-03-23',
      'Bronwen Featherstonehaugh-Lloyd': 'gathering_documents · collect_documents:1 2026-05-04',
      'Nigel Ap Rhys': 'waiting_for_eligibility · registered_post:file:1 2026-05-28',
      'Gordon Bélanger': 'refused · review_file:appeal:1 2026-04-14',
      'Denise Washington-Ives': 'rights_open · call_3646:rights_open:1 2026-06-02',
      'Arjun Venkataraman': 'card_delivered · undefined undefined',
    });
  });

  it('has a file in every stage', () => {
    const stages = new Set(all.map((demo) => plan(contractFile(demo), today).stage));
    expect(STAGES.filter((stage) => !stages.has(stage))).toEqual([]);
  });

  it('gives each file a reference of its own', () => {
    for (const files of [all, NEIGHBOUR_FILES])
      expect(new Set(files.map(({ reference }) => reference)).size).toBe(files.length);
  });
});
