import { documentNeeds } from '@suivi/rules/documents/needs';
import { plan } from '@suivi/rules/plan';
import { checkAnswers } from './documents-check.ts';
import { asDocumented, yardstick, type Yardstick } from './documents-engine.ts';
import { APPLICANTS_TABLE, CHILDS_TABLE, needsAlone } from './documents-table.ts';
import { inOneEngine, inOneOfEachCategory } from './documents-tuned.ts';
import { median, report, whole } from './figures.ts';
import { cases, longFile, randomApplicants, randomFiles, SHAPES, type Planned } from './plan-files.ts';

/** Plans a second on one core: the file is read once, as the database gives it. And what a very long file costs. */

const planAll = (planned: readonly Planned[]) => () => {
  for (const { file, today } of planned) plan(file, today);
};

/** Processor time so far, in milliseconds: unlike the clock it does not count what others do on the machine. */
function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

const TURN_MS = 300;
const TURNS = 15;

/** Works for so long. @returns laps a second */
async function workFor(ms: number, work: () => void | Promise<void>): Promise<number> {
  const from = processorMs();
  let laps = 0;
  for (; processorMs() - from < ms; laps += 1) await work();
  return (laps * 1_000) / (processorMs() - from);
}

/** How many files a second go through some work on one core, by turns with what it is compared to. */
async function speeds(works: readonly (() => void | Promise<void>)[], files: number): Promise<number[]> {
  const turns: number[][] = works.map(() => []);
  for (let turn = 0; turn < TURNS; turn += 1)
    for (const [i, work] of works.entries()) {
      // The garbage of the turn before is cleared away while the next one works: that is not counted.
      await workFor(TURN_MS, work);
      const laps = await workFor(TURN_MS, work);
      // The first turns are not warm.
      if (turn >= TURNS / 3) turns[i]?.push(laps * files);
    }
  return turns.map(median);
}

const random = randomFiles(300);
const [ofRandom = 0] = await speeds([planAll(random)], random.length);

/**
 * Three, because what a yardstick does depends on who holds it. The goal is about the plain use of the library: 20,000 plans
 * a second being twenty times as fast puts it at a thousand files. The tuned ones have no goal, and show what tuning brings.
 */
const ARRANGEMENTS = [
  { how: 'as its documentation writes rules', arranged: asDocumented, goal: 'at least 20' },
  { how: 'tuned (a rule for each condition, less to copy and hash)', arranged: inOneEngine },
  { how: 'tuned so, and an engine for each category', arranged: inOneOfEachCategory },
];
const applicantsNeeds = needsAlone(APPLICANTS_TABLE);
const engines = ARRANGEMENTS.map(({ arranged }) => ({
  whole: yardstick(arranged, APPLICANTS_TABLE, CHILDS_TABLE),
  needs: yardstick(arranged, applicantsNeeds, null),
}));
const asked = [...cases, ...random, ...randomApplicants(1_500)];
for (const { whole: all, needs } of engines) {
  await checkAnswers(all, asked, 'whole');
  await checkAnswers(needs, asked, 'needs alone');
}

const tables = () => {
  for (const { file, today } of cases) documentNeeds(file.applicant, file.playbook, today);
};
const byEngine = (answersOf: Yardstick) => async () => {
  for (const { file, today } of cases) await answersOf(file.applicant, today);
};
const works = engines.flatMap(({ whole: all, needs }) => [byEngine(all), byEngine(needs)]);
const [ofCases = 0, ofTables = 0, ...ofEngines] = await speeds([planAll(cases), tables, ...works], cases.length);

/** The time of a plan: the least of several, since whatever disturbs it only adds. */
function least({ file, today }: Planned): number {
  const times = Array.from({ length: 5 }, () => {
    const from = processorMs();
    plan(file, today);
    return processorMs() - from;
  });
  return Math.min(...times);
}
const grows = (shape: string, spanDays?: number): number =>
  least(longFile(shape, 10_000, spanDays)) / least(longFile(shape, 1_000, spanDays));
const growth = [
  ...Object.keys(SHAPES).map((shape) => ({ shape, times: grows(shape) })),
  ...['calls', 'calls that ask for papers'].map((shape) => ({
    shape: `${shape}, all on one day,`,
    times: grows(shape, 1),
  })),
];

report([
  { what: `Plans a second on one core, over ${cases.length} cases`, figure: whole(ofCases), goal: '20,000' },
  { what: 'Plans a second on one core, over random files with 50 events', figure: whole(ofRandom) },
  {
    what: 'The documents table alone (each situation is reckoned once, then looked up), files a second',
    figure: whole(ofTables),
  },
  ...ARRANGEMENTS.flatMap(({ how, goal }, i) => {
    const [ofWhole = 0, ofNeeds = 0] = ofEngines.slice(2 * i);
    return [
      {
        what: `The documents table in json-rules-engine, ${how}, files a second (the applicant’s needs alone)`,
        figure: `${whole(ofWhole)} (${whole(ofNeeds)})`,
      },
      {
        what: `A whole plan against the documents table in json-rules-engine, ${how} (against the needs alone)`,
        figure: `${(ofCases / ofWhole).toFixed(1)} (${(ofCases / ofNeeds).toFixed(1)}) times as fast`,
        ...(goal !== undefined && { goal }),
      },
    ];
  }),
  ...growth.map(({ shape, times }) => ({
    what: `A file of 10,000 ${shape} against one of 1,000`,
    figure: `${times.toFixed(1)} times`,
    goal: 'at most 12',
  })),
]);
