import { buildGallery } from '#shared/recognition/gallery.ts';
import { matchProbe } from '#shared/recognition/match.ts';
import { dotAt, l2Normalise } from '#shared/recognition/vector.ts';
import { seeded } from './attacks/random.ts';
import { stock } from './stock.ts';

const DIMENSION = 1152;
const TEMPLATES = 5;

export interface MatchBench {
  students: number;
  templates: number;
  /** Milliseconds a probe. */
  engineMs: number[];
  bruteMs: number[];
  humanMs: number[];
  /** Probes on which all three named the same student; Human rounds its distances. */
  sameAsBrute: number;
  sameAsHuman: number;
  probes: number;
}

/**
 * Matches made-up probes, half of enrolled students and half of strangers, three ways. Vectors
 * are made as faces are spread: similar in general, and each person's closer together.
 */
export async function benchMatch(students: number, probes: number): Promise<MatchBench> {
  const { match } = await stock();
  const made = makeVectors(students);
  const gallery = buildGallery({
    modelId: 'made up',
    dimension: DIMENSION,
    studentIds: made.studentIds,
    vectors: made.vectors,
  });
  const rows = made.studentIds.map((_, row) =>
    Array.from(made.vectors.subarray(row * DIMENSION, (row + 1) * DIMENSION)),
  );
  const result: MatchBench = {
    students,
    templates: TEMPLATES,
    engineMs: [],
    bruteMs: [],
    humanMs: [],
    sameAsBrute: 0,
    sameAsHuman: 0,
    probes,
  };
  for (let i = 0; i < 4; i++) matchProbe(made.probe(i), gallery, 1);
  for (let i = 0; i < probes; i++) {
    const probe = made.probe(i);
    const engine = timed(result.engineMs, () => matchProbe(probe, gallery, 1)[0]?.studentId);
    const brute = timed(result.bruteMs, () => bruteForce(probe, made));
    const list = Array.from(probe);
    const human = timed(result.humanMs, () => made.studentIds[match.find(list, rows).index]);
    if (engine === brute) result.sameAsBrute++;
    if (engine === human) result.sameAsHuman++;
  }
  return result;
}

function timed<T>(times: number[], work: () => T): T {
  const begin = performance.now();
  const result = work();
  times.push(performance.now() - begin);
  return result;
}

function bruteForce(probe: Float32Array, made: ReturnType<typeof makeVectors>): string | undefined {
  let best = -2;
  let at = -1;
  for (let row = 0; row < made.studentIds.length; row++) {
    const score = dotAt(probe, made.vectors, row * DIMENSION);
    if (score > best) {
      best = score;
      at = row;
    }
  }
  return made.studentIds[at];
}

function makeVectors(students: number) {
  const random = seeded(students);
  const normal = () => random() + random() + random() + random() - 2;
  const vector = () => Float32Array.from({ length: DIMENSION }, normal);
  const shared = vector();
  const view = (own: Float32Array) =>
    l2Normalise(own.map((value, i) => 1.5 * (shared[i] ?? 0) + value + 0.5 * normal()));
  const vectors = new Float32Array(students * TEMPLATES * DIMENSION);
  const studentIds: string[] = [];
  const known: Float32Array[] = [];
  for (let student = 0; student < students; student++) {
    const own = vector();
    if (known.length < 32) known.push(own);
    for (let t = 0; t < TEMPLATES; t++) {
      vectors.set(view(own), studentIds.length * DIMENSION);
      studentIds.push(`student ${student}`);
    }
  }
  const probe = (i: number) => view(i % 2 === 0 ? (known[i % known.length] ?? vector()) : vector());
  return { vectors, studentIds, probe };
}
