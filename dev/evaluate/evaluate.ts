import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { livenessPolicySchema } from '#shared/liveness/evidence.ts';
import { evaluateLiveness } from './liveness.ts';
import { evaluatePairs } from './pairs.ts';
import { evaluateRecognition } from './recognition.ts';
import { drawRoc } from './roc-plot.ts';

const USAGE = `Usage: npm run evaluate -- recognition|pairs|liveness DIR [--json FILE]
  recognition DIR   DIR/PERSON/*.jpg|png          [--plot FILE.svg]
  pairs DIR         DIR/pairs.csv                 [--plot FILE.svg]
  liveness DIR      DIR/live/CLIP, DIR/attack/KIND-N   [--policy standard|strict]
                    [--real-time]  drop frames where this machine cannot keep up with a clip`;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'string' },
    plot: { type: 'string' },
    policy: { type: 'string', default: 'standard' },
    'real-time': { type: 'boolean', default: false },
  },
});

async function run(): Promise<object> {
  const [what, folder] = positionals;
  if (!folder) throw new Error(USAGE);
  switch (what) {
    case 'recognition':
      return plotted(await evaluateRecognition(folder));
    case 'pairs':
      return plotted(await evaluatePairs(folder));
    case 'liveness': {
      const policy = livenessPolicySchema.parse(values.policy);
      const { results } = await evaluateLiveness(folder, policy, values['real-time']);
      console.table(results.apcer);
      console.log(`BPCER ${results.bpcer}`);
      return { results };
    }
    default:
      throw new Error(USAGE);
  }
}

async function plotted<
  R extends Awaited<ReturnType<typeof evaluateRecognition | typeof evaluatePairs>>,
>({ results, roc }: R): Promise<{ results: R['results'] }> {
  const { shipped, stock } = results;
  const rows = Object.keys(shipped)
    .filter((key) => typeof shipped[key as keyof typeof shipped] === 'number')
    .map((key) => [key, { shipped: round(shipped, key), stock: round(stock, key) }]);
  console.table(Object.fromEntries(rows));
  console.log('at the threshold in use', { shipped: shipped.threshold, stock: stock.threshold });
  if ('perPerson' in shipped) {
    console.table(shipped.perPerson);
    console.log('nearest templates of two people', shipped.lookAlikes);
  }
  if (values.plot) await writeFile(values.plot, drawRoc(roc, shipped.threshold));
  return { results };
}

function round(result: object, key: string): number {
  const value = (result as Record<string, unknown>)[key];
  return typeof value === 'number' ? Math.round(value * 10_000) / 10_000 : Number.NaN;
}

const answer = await run();
if (values.json) await writeFile(values.json, `${JSON.stringify(answer, null, 2)}\n`);
