import type { Student } from '#shared/contract/people.contract.ts';
import { nameOrder } from '#shared/people/name-order.ts';

/** One sub-folder of pictures, and whose it is by its name. */
export interface FaceFolder {
  name: string;
  /** Null: no active student has the number that the name begins with. */
  student: Student | null;
  pictures: File[];
}

/** Why a folder is left out before a picture is looked at. */
export type SkipReason = 'noStudent' | 'noPicture' | 'noConsent' | 'enrolled';

const PICTURE = /\.(?:jpe?g|png|webp|bmp|gif|avif)$/i;
/** What may stand between a number and a name. */
const SEPARATOR = /[_\s]/g;

const key = (text: string) => text.normalize('NFKC').trim().toLowerCase();

/** "0012_Asha Verma" and "0012" are of the student with number 0012; the longest number counts. */
function studentOf(name: string, byNumber: ReadonlyMap<string, Student>): Student | null {
  const ends = [...name.matchAll(SEPARATOR)].map(({ index }) => index);
  for (const end of [name.length, ...ends.reverse()]) {
    const found = byNumber.get(key(name.slice(0, end)));
    if (found) return found;
  }
  return null;
}

/** The pictures by the folder they lie in, folders in the order of their names. */
export function faceFolders(
  files: readonly { path: string; file: File }[],
  students: readonly Student[],
): FaceFolder[] {
  const byNumber = new Map(students.map((student) => [key(student.studentNumber), student]));
  const inFolder = files.flatMap(({ path, file }) => {
    const name = path.split('/').at(-2);
    return name === undefined ? [] : { name, file };
  });
  const folders = Map.groupBy(inFolder, ({ name }) => name);
  return [...folders]
    .map(([name, entries]) => ({
      name,
      student: studentOf(name, byNumber),
      pictures: entries.map(({ file }) => file).filter((file) => PICTURE.test(file.name)),
    }))
    .filter(({ student, pictures }) => student !== null || pictures.length > 0)
    .toSorted((a, b) => nameOrder.compare(a.name, b.name));
}

/** Why nothing can be done with the folder; null: it can be enrolled. */
export function skipReason({ student, pictures }: FaceFolder, replace: boolean): SkipReason | null {
  if (student === null) return 'noStudent';
  if (pictures.length === 0) return 'noPicture';
  if (student.enrolment === 'noConsent') return 'noConsent';
  return student.enrolment === 'enrolled' && !replace ? 'enrolled' : null;
}
