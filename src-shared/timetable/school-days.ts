import type { Calendar, NoSchool } from '../contract/timetable.contract.ts';
import { holdsOn } from './validity.ts';

/**
 * Why there is no school on a day, or null where there is: a holiday, or a day outside every
 * term. A school that has entered no terms has school on every day that is no holiday.
 */
export function noSchoolOn(day: string, { terms, holidays }: Calendar): NoSchool | null {
  const holiday = holidays.find((one) => holdsOn(one, day));
  if (holiday) return { kind: 'holiday', name: holiday.name };
  const inTerm = terms.length === 0 || terms.some((term) => holdsOn(term, day));
  return inTerm ? null : { kind: 'outsideTerms' };
}
