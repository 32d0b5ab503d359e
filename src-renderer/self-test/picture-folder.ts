import { type KnownStudent, personOfFolder } from '#shared/self-test/folder-person.ts';

/** What is used of a `File` that was picked with its folder. */
export type PickedFile = Pick<File, 'name' | 'type' | 'webkitRelativePath'>;

export interface TestPicture<F> {
  file: F;
  /** Below the chosen folder. */
  path: string;
  /** The enrolled student it shows; null: nobody that may be named. */
  truth: string | null;
}

/** What a folder holds for the test, and what of it is left out. Names are of its sub-folders. */
export interface FolderPlan<F> {
  folder: string;
  pictures: readonly TestPicture<F>[];
  /** Enrolled students with pictures. */
  students: number;
  strangers: readonly string[];
  notEnrolled: readonly string[];
  ambiguous: readonly string[];
  /** Pictures outside any sub-folder, and files that are no pictures. */
  loose: number;
  others: number;
}

/** Sorts the files of a chosen folder by whose they are: `chosen/person/…/picture.jpg`. */
export function planFolder<F extends PickedFile>(
  files: readonly F[],
  students: readonly KnownStudent[],
): FolderPlan<F> {
  const visible = files.filter(({ name }) => !name.startsWith('.'));
  const images = visible.filter(({ type }) => type.startsWith('image/'));
  const groups = Map.groupBy(images, personFolder);
  const people = [...groups].flatMap(([name, own]) =>
    name === null ? [] : [{ name, own, person: personOfFolder(name, students) }],
  );
  const namesOf = (kind: (typeof people)[number]['person']['kind']) =>
    people.filter(({ person }) => person.kind === kind).map(({ name }) => name);
  const enrolled = people.flatMap(({ person }) =>
    person.kind === 'enrolled' ? [person.studentId] : [],
  );
  return {
    folder: files[0]?.webkitRelativePath.split('/')[0] ?? '',
    pictures: people.flatMap(({ own, person }) => {
      if (person.kind === 'ambiguous') return [];
      const truth = person.kind === 'enrolled' ? person.studentId : null;
      return own.map((file) => ({ file, truth, path: below(file) }));
    }),
    students: new Set(enrolled).size,
    strangers: namesOf('stranger'),
    notEnrolled: namesOf('notEnrolled'),
    ambiguous: namesOf('ambiguous'),
    loose: groups.get(null)?.length ?? 0,
    others: visible.length - images.length,
  };
}

function below({ webkitRelativePath }: PickedFile): string {
  return webkitRelativePath.split('/').slice(1).join('/');
}

function personFolder(file: PickedFile): string | null {
  const [person, ...rest] = below(file).split('/');
  return rest.length > 0 ? (person ?? null) : null;
}
