import { openEvaluationPage } from '../evaluate/open-page.ts';
import { percentile } from './percentile.ts';

const SIZES = [
  { students: 200, probes: 60 },
  { students: 2_000, probes: 40 },
  { students: 10_000, probes: 30 },
] as const;

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
      const [engine, brute, human] = [run.engineMs, run.bruteMs, run.humanMs].map((ms) =>
        percentile(ms, 0.5),
      ) as [number, number, number];
      rows.push({
        students,
        templates: run.templates,
        engineMs: engine,
        engineP95: percentile(run.engineMs, 0.95),
        bruteMs: brute,
        humanMs: human,
        fasterThanHuman: Math.round(human / engine),
        sameAsBrute: `${run.sameAsBrute}/${run.probes}`,
        sameAsHuman: `${run.sameAsHuman}/${run.probes}`,
      });
    }
  } finally {
    await close();
  }
  console.table(rows);
  return rows;
}
