import { openEvaluationPage } from '../evaluate/open-page.ts';
import { percentile } from './percentile.ts';

const SIZES = [
  { students: 200, probes: 60 },
  { students: 2_000, probes: 60 },
  { students: 10_000, probes: 60 },
] as const;

type Run = Awaited<ReturnType<typeof rollcallEvaluation.benchMatch>>;

/** Probes of enrolled students have even places, those of strangers odd ones. */
function rowOf(run: Run, probe: 'enrolled' | 'stranger') {
  const share = (times: readonly number[], at: number) =>
    percentile(
      times.filter((_, i) => (i % 2 === 0) === (probe === 'enrolled')),
      at,
    );
  const [leaderMs, bothMs] = [share(run.leaderMs, 0.5), share(run.bothMs, 0.5)];
  const [bruteMs, humanMs] = [share(run.bruteMs, 0.5), share(run.humanMs, 0.5)];
  const times = (slow: number, quick: number) => Math.round((10 * slow) / quick) / 10;
  return {
    students: run.students,
    templates: run.templates,
    probe,
    leaderMs,
    leaderP95: share(run.leaderMs, 0.95),
    bothMs,
    bothP95: share(run.bothMs, 0.95),
    bruteMs,
    humanMs,
    leaderVsHuman: times(humanMs, leaderMs),
    bothVsHuman: times(humanMs, bothMs),
    bothVsBrute: times(bruteMs, bothMs),
    buildMs: Math.round(run.buildMs),
  };
}

/**
 * Milliseconds a probe against `human.match.find` and plain brute force, for the leader alone and for
 * leader and runner-up (`both`), same answers and scores checked.
 * @throws Error when an answer differs from that of comparing everything
 */
export async function benchMatching() {
  const { page, close } = await openEvaluationPage('.');
  const rows: ReturnType<typeof rowOf>[] = [];
  const answers: Pick<Run, 'students' | 'probes' | 'sameLeader' | 'sameBoth' | 'sameAsHuman'>[] =
    [];
  try {
    for (const { students, probes } of SIZES) {
      const run = await page.evaluate(([s, p]) => rollcallEvaluation.benchMatch(s, p), [
        students,
        probes,
      ] as const);
      rows.push(rowOf(run, 'enrolled'), rowOf(run, 'stranger'));
      const { sameLeader, sameBoth, sameAsHuman } = run;
      answers.push({ students, probes, sameLeader, sameBoth, sameAsHuman });
    }
  } finally {
    await close();
  }
  console.table(rows);
  console.table(answers);
  if (answers.some((a) => a.sameLeader !== a.probes || a.sameBoth !== a.probes)) {
    throw new Error('Matching gave other answers than comparing everything.');
  }
  return { rows, answers };
}
