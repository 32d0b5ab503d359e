import type { MarksChoice } from '#shared/contract/imports.contract.ts';
import { comparisonKey } from '../people/text-keys.ts';
import { DomainError } from '../rpc/domain-error.ts';
import type { KnownRegisters, MarkedStudent } from './marks/known-registers.ts';

/** Stands for a subject that the import makes, until it is made. */
const NEW_SUBJECT = 'new subject ';

export interface NewSubject {
  /** As planned marks name it. */
  standIn: string;
  name: string;
}

/** The subjects that are to be made for marks of a list. */
export function subjectsToMake({ subjects }: MarksChoice): NewSubject[] {
  const wanted = subjects.filter(({ subjectId }) => subjectId === null);
  return wanted.map(({ text }) => ({
    standIn: `${NEW_SUBJECT}${comparisonKey(text)}`,
    name: text,
  }));
}

/** A number without the zeros that spreadsheets drop; all zeros are one. */
export function withoutZeros(number: string): string {
  return comparisonKey(number).replace(/^0+(?=.)/, '');
}

/** Those whose number without zeros in front is nobody else's, by that. */
export function byNumberWithoutZeros<T>(
  numbered: Iterable<T>,
  numberOf: (one: T) => string,
): ReadonlyMap<string, T> {
  const groups = Map.groupBy(numbered, (one) => withoutZeros(numberOf(one)));
  return new Map(
    [...groups].flatMap(([key, [first, ...others]]) =>
      first !== undefined && others.length === 0 ? [[key, first] as const] : [],
    ),
  );
}

function studentFinder(
  known: KnownRegisters,
  isLoose: boolean,
): (number: string) => MarkedStudent | null {
  if (!isLoose) return known.findStudent;
  const loose = byNumberWithoutZeros(known.students.values(), (one) => one.studentNumber);
  return (number) => known.findStudent(number) ?? loose.get(withoutZeros(number)) ?? null;
}

/**
 * What is known, found by the names and numbers of a list as somebody has said to read them.
 * @throws DomainError NOT_FOUND for a subject that is not in use
 */
export function asListed(known: KnownRegisters, choice: MarksChoice): KnownRegisters {
  const fresh = subjectsToMake(choice).map(({ standIn, name }) => ({ id: standIn, name }));
  const said = choice.subjects.flatMap(({ text, subjectId }) => {
    if (subjectId === null) return [];
    const name = known.subjectNames.get(subjectId);
    if (name === undefined) throw new DomainError('NOT_FOUND', { what: 'subject' });
    return [[comparisonKey(text), { id: subjectId, name }] as const];
  });
  const meant = new Map([...fresh.map((one) => [comparisonKey(one.name), one] as const), ...said]);
  return {
    ...known,
    findStudent: studentFinder(known, choice.withoutZeros),
    findSubject: (name) => known.findSubject(name) ?? meant.get(comparisonKey(name)) ?? null,
    subjectNames: new Map([
      ...known.subjectNames,
      ...fresh.map(({ id, name }) => [id, name] as const),
    ]),
  };
}
