import {
  errorsAt,
  outcomeOf,
  type PersonTally,
  thresholdFor,
  type Verification,
} from '#shared/recognition/error-rates.ts';
import { seeded } from './page/attacks/random.ts';

/** One described picture. */
export interface Described {
  person: string;
  file: string;
  vector: Float32Array;
}

export type Score = (a: Described, b: Described) => number;

/** Scores of all pairs, apart by whether both pictures show the same person. */
export function allPairs(items: readonly Described[], score: Score): Verification {
  const genuine: number[] = [];
  const impostor: number[] = [];
  items.forEach((a, i) => {
    for (const b of items.slice(i + 1)) {
      (a.person === b.person ? genuine : impostor).push(score(a, b));
    }
  });
  return { genuine, impostor };
}

/** The rate at which errors of both kinds are equal, between the two nearest thresholds. */
export function equalErrorRate({ genuine, impostor }: Verification): number {
  let best = 1;
  for (const threshold of new Set([...genuine, ...impostor])) {
    const { far, frr } = errorsAt({ genuine, impostor }, threshold);
    best = Math.min(best, Math.max(far, frr));
  }
  return best;
}

/** Share of genuine pairs accepted by a threshold that at most `far` of the impostor pairs pass. */
export function acceptRateAt({ genuine, impostor }: Verification, far: number): number {
  const threshold = thresholdFor(impostor, far);
  return genuine.filter((score) => score > threshold).length / Math.max(1, genuine.length);
}

/** Points of the ROC, a few hundred at most, from the strictest threshold on. */
export function rocOf(
  verification: Verification,
): { threshold: number; far: number; tar: number }[] {
  const scores = [...new Set([...verification.genuine, ...verification.impostor])];
  scores.sort((a, b) => b - a);
  const step = Math.max(1, Math.floor(scores.length / 400));
  return scores
    .filter((_, i) => i % step === 0)
    .map((threshold) => {
      const { far, frr } = errorsAt(verification, threshold);
      return { threshold, far, tar: 1 - frr };
    });
}

export interface OpenSet {
  dirAt1: number;
  dirAt01: number;
}

const SPLITS = 200;
const TEMPLATES = 3;
const UNKNOWN = 5;

/**
 * Open-set identification over 200 seeded splits: three templates a person, five people unknown
 * (fewer where there are fewer). A probe of an enrolled person is right when its own person leads
 * with a score above the threshold that 1 % (0.1 %) of the unknown people's probes pass.
 */
export function openSet(items: readonly Described[], score: Score): OpenSet {
  const byPerson = Map.groupBy(items, (item) => item.person);
  const random = seeded(20_240_501);
  const known: { right: boolean; score: number }[] = [];
  const unknown: number[] = [];
  const matrix = scoreTable(items, score);
  for (let split = 0; split < SPLITS; split++) {
    const people = shuffled([...byPerson.keys()], random);
    const strangers = new Set(people.slice(0, unknownCount(people.length)));
    const templates = new Map<string, Described[]>();
    const probes: Described[] = [];
    for (const person of people) {
      const own = shuffled(byPerson.get(person) ?? [], random);
      if (strangers.has(person)) probes.push(...own);
      else if (own.length > TEMPLATES) {
        templates.set(person, own.slice(0, TEMPLATES));
        probes.push(...own.slice(TEMPLATES));
      }
    }
    for (const probe of probes) {
      const best = leader(probe, templates, matrix);
      if (strangers.has(probe.person)) unknown.push(best.score);
      else known.push({ right: best.person === probe.person, score: best.score });
    }
  }
  const rate = (far: number) => {
    const threshold = thresholdFor(unknown, far);
    return known.filter((k) => k.right && k.score > threshold).length / Math.max(1, known.length);
  };
  return { dirAt1: rate(0.01), dirAt01: rate(0.001) };
}

function unknownCount(people: number): number {
  return Math.max(1, Math.min(UNKNOWN, Math.floor(people / 2)));
}

type Table = Map<Described, Map<Described, number>>;

function scoreTable(items: readonly Described[], score: Score): Table {
  return new Map(items.map((a) => [a, new Map(items.map((b) => [b, score(a, b)]))]));
}

function leader(probe: Described, templates: Map<string, Described[]>, table: Table) {
  let best = { person: '', score: Number.NEGATIVE_INFINITY };
  for (const [person, own] of templates) {
    const score = Math.max(...own.map((template) => table.get(probe)?.get(template) ?? -1));
    if (score > best.score) best = { person, score };
  }
  return best;
}

function shuffled<T>(values: readonly T[], random: () => number): T[] {
  const out = [...values];
  for (let i = out.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [out[i], out[j]] = [out[j] as T, out[i] as T];
  }
  return out;
}

/**
 * Each picture in turn against all others as templates: right or wrong when somebody is named,
 * missed when nobody is.
 * @param named the person named for a probe among templates, or null
 */
export function leaveOneOut(
  items: readonly Described[],
  score: Score,
  named: (ranking: readonly { person: string; score: number }[]) => string | null,
): { rank1: number; perPerson: Record<string, PersonTally> } {
  const perPerson: Record<string, PersonTally> = {};
  let first = 0;
  let asked = 0;
  for (const probe of items) {
    const others = Map.groupBy(
      items.filter((item) => item !== probe),
      (item) => item.person,
    );
    if (!others.has(probe.person)) continue;
    const ranking = [...others]
      .map(([person, own]) => ({ person, score: Math.max(...own.map((t) => score(probe, t))) }))
      .toSorted((a, b) => b.score - a.score);
    asked++;
    if (ranking[0]?.person === probe.person) first++;
    const tally = perPerson[probe.person] ?? { right: 0, wrong: 0, missed: 0 };
    perPerson[probe.person] = tally;
    tally[outcomeOf(named(ranking), probe.person)]++;
  }
  return { rank1: first / Math.max(1, asked), perPerson };
}

/** How alike the nearest two templates of two different people are. */
export interface ClosestTemplates {
  pairs: number;
  median: number;
  p99: number;
  max: number;
}

const ENROLLED_TEMPLATES = 5;
const ENROLMENTS = 200;

/**
 * Seeded enrolments of all people with five templates each (all they have, where that is fewer);
 * for each pair of people the score of their nearest two templates, which is what a school's
 * look-alikes are found by.
 */
export function closestTemplates(items: readonly Described[], score: Score): ClosestTemplates {
  const byPerson = [...Map.groupBy(items, (item) => item.person).values()];
  const random = seeded(20_240_502);
  const table = scoreTable(items, score);
  const closest: number[] = [];
  for (let enrolment = 0; enrolment < ENROLMENTS; enrolment++) {
    const enrolled = byPerson.map((own) => shuffled(own, random).slice(0, ENROLLED_TEMPLATES));
    enrolled.forEach((own, i) => {
      for (const others of enrolled.slice(i + 1)) {
        const scores = own.flatMap((a) => others.map((b) => table.get(a)?.get(b) ?? -1));
        closest.push(Math.max(...scores));
      }
    });
  }
  const at = (rate: number) => Math.max(-1, thresholdFor(closest, rate));
  const pairs = (byPerson.length * (byPerson.length - 1)) / 2;
  return { pairs, median: at(0.5), p99: at(0.01), max: at(0) };
}
