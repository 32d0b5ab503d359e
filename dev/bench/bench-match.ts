import { openEvaluationPage } from '../evaluate/open-page.ts';
import { percentile } from './percentile.ts';

const SIZES = [
  { students: 200, probes: 60 },
  { students: 2_000, probes: 40 },
  { students: 10_000, probes: 30 },
] as const;

type Run = Awaited<ReturnType<typeof rollcallEvaluation.benchMatch>>;

/** Probes of enrolled students have even places, those of strangers odd ones. */
function rowOf(run: Run, probe: 'enrolled' | 'stranger') {
  const own = (times: readonly number[]) =>
    times.filter((_, i) => (i % 2 === 0) === (probe === 'enrolled'));
  const [engineMs, bruteMs, humanMs] = [run.engineMs, run.bruteMs, run.humanMs].map((times) =>
    percentile(own(times), 0.5),
  ) as [number, number, number];
  return {
    students: run.students,
    templates: run.templates,
    probe,
    engineMs,
    engineP95: percentile(own(run.engineMs), 0.95),
    bruteMs,
    humanMs,
    fasterThanHuman: Math.round(humanMs / engineMs),
    sameAsBrute: `${run.sameAsBrute}/${run.probes}`,
    sameAsHuman: `${run.sameAsHuman}/${run.probes}`,
  };
}

/** Milliseconds a probe against `human.match.find` and plain brute force, same answers checked. */
export async function benchMatching() {
  const { page, close } = await openEvaluationPage('.');
  const rows: object[] = [];
  try {
    for (const { students, probes } of SIZES) {
      const run = await page.evaluate(([s, p]) => rollcallEvaluation.benchMatch(s, p), [
        students,
        probes,
      ] as const);
      rows.push(...(['enrolled', 'stranger'] as const).map((probe) => rowOf(run, probe)));
    }
  } finally {
    await close();
  }
  console.table(rows);
  return rows;
}
