import { ORPCError } from '@orpc/server';
import fc from 'fast-check';
import { admits } from '#shared/contract/base.ts';
import type { Client } from '#tests/unit/support/test-register.ts';
import { anythingElse } from './hostile-values.ts';
import type { FuzzMessage, FuzzResult } from './messages.ts';
import { mutated } from './mutate.ts';
import { listProcedures, type Procedure } from './procedures.ts';
import { arbitraryFrom } from './schema-arbitrary.ts';
import { CALLERS, type Caller, type FuzzedSchool } from './school.ts';

const REFUSALS = ['UNAUTHENTICATED', 'FORBIDDEN', 'NOT_READY'];
/** Calls of one procedure by one caller before the next has its turn. */
const RUN = 10;
const STREAM_VALUES = 3;
const STREAM_WAIT_MS = 20;

type Report = (message: FuzzMessage) => void;

interface Call {
  procedure: Procedure;
  caller: Caller;
  input: unknown;
}

function inputsFor({ input }: Procedure, ids: readonly string[]): fc.Arbitrary<unknown> {
  if (input === null) return anythingElse;
  const wellFormed = arbitraryFrom(input, ids);
  return fc.oneof(
    { weight: 5, arbitrary: wellFormed },
    { weight: 4, arbitrary: mutated(wellFormed) },
    { weight: 1, arbitrary: anythingElse },
  );
}

function isStream(output: unknown): output is AsyncIteratorObject<unknown> {
  return typeof output === 'object' && output !== null && Symbol.asyncIterator in output;
}

/** Reads a stream a little way and leaves it, as a window does that is closed. */
async function leaveSoon(stream: AsyncIteratorObject<unknown>): Promise<void> {
  const wait = new Promise<'late'>((resolve) => setTimeout(resolve, STREAM_WAIT_MS, 'late'));
  for (let count = 0; count < STREAM_VALUES; count += 1) {
    const step = await Promise.race([stream.next(), wait]);
    if (step === 'late' || step.done) break;
  }
  await stream.return?.();
}

/** @returns the code of the refusal, or null when the call went through */
export async function callOnce(
  client: Client,
  { procedure, input }: Pick<Call, 'procedure' | 'input'>,
): Promise<string | null> {
  let target: unknown = client;
  for (const key of procedure.path) target = Reflect.get(target as object, key);
  try {
    const output = await (target as (input: unknown) => Promise<unknown>)(input);
    if (isStream(output)) await leaveSoon(output);
    return null;
  } catch (error) {
    return error instanceof ORPCError ? error.code : `not a refusal: ${fc.stringify(error)}`;
  }
}

function faultOf(answer: string | null, { procedure, caller }: Call): keyof FuzzResult | null {
  const isRefused = answer !== null && REFUSALS.includes(answer);
  if (!admits(procedure.access, caller === 'nobody' ? null : caller) && !isRefused)
    return 'unauthorised';
  const isFault = answer === 'INTERNAL_SERVER_ERROR' || answer?.startsWith('not a refusal');
  return isFault ? 'crashes' : null;
}

async function callAndJudge(school: FuzzedSchool, one: Call, report: Report): Promise<void> {
  const answer = await callOnce(school.as(one.caller), one);
  const of = faultOf(answer, one);
  if (of === null) return;
  const where = `${one.procedure.path.join('.')} as ${one.caller}`;
  report({ kind: 'fault', of, where, what: `${answer} to ${fc.stringify(one.input)}` });
}

/**
 * Calls every procedure as every role, in turn, until `calls` are made.
 * @param seed the same seed makes the same inputs, but for the ids of what earlier calls made
 */
export async function callContract(
  school: FuzzedSchool,
  { calls, seed }: { calls: number; seed: number },
  report: Report,
): Promise<number> {
  const procedures = listProcedures();
  let made = 0;
  for (let round = 0; made < calls; round += 1) {
    const ids = school.ids();
    for (const [index, procedure] of procedures.entries()) {
      const inputs = inputsFor(procedure, ids);
      for (const [turn, caller] of CALLERS.entries()) {
        school.restoreAccounts();
        const from = seed + round * 1_000_000 + index * 1_000 + turn;
        for (const input of fc.sample(inputs, { numRuns: RUN, seed: from })) {
          if (made >= calls) return made;
          made += 1;
          await callAndJudge(school, { procedure, caller, input }, report);
        }
      }
      report({ kind: 'progress', calls: made });
    }
  }
  return made;
}
