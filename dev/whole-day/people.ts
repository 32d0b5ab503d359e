/** A school whose every word is so rare that finding it anywhere means it leaked. */
export const SCHOOL = {
  schoolName: 'Quillfeather Academy',
  admin: {
    username: 'zebedee.q',
    displayName: 'Zebedee Quartermain',
    password: 'vermilion hatstand orbit',
  },
  passphrase: 'nine copper kettles under willow',
  teacher: { username: 'ottoline.v', displayName: 'Ottoline Vanterpool' },
  teacherPassword: 'saffron gargoyle ladder',
  wrongPassword: 'mistyped periwinkle trombone',
} as const;

export const CLASS_NAME = 'Bluethistle Form';
export const SUBJECT_NAME = 'Cartomancy';
export const REASONS = {
  away: 'Tonsillectomy at Larkspur clinic',
  correction: 'Arrived by zeppelin after all',
  erasure: 'Requested through the ombudsperson',
} as const;
export const GUEST = 'Marmaduke Figgleston';

export interface Person {
  studentNumber: string;
  fullName: string;
  email: string;
  guardian: string;
  phone: string;
}

const FIRST = ['Wilhelmina', 'Zephyrine', 'Balthasar', 'Octavian', 'Peregrine', 'Seraphima'];
const LAST = ['Featherstonehaugh', 'Ravensbourne', 'Quicksilver', 'Thistlewood'];

/** Twenty students, no two names of whom share a word with anything else. */
export const PEOPLE: readonly Person[] = Array.from({ length: 20 }, (_, index) => {
  const first = FIRST[index % FIRST.length] ?? '';
  const last = LAST[Math.floor(index / FIRST.length)] ?? '';
  const number = String(index + 1).padStart(3, '0');
  return {
    studentNumber: `QFA-7719-${number}`,
    fullName: `${first} ${last}`,
    email: `${first}.${last}@quillfeather.example`.toLowerCase(),
    guardian: `Cordelia ${last}-${first}`,
    phone: `+9198765430${number.slice(1)}`,
  };
});

/** In lists that cannot be read, or are taken back. */
export const IN_BAD_FILE = 'Hyacinthe Brokenshire';
export const TAKEN_BACK: Person = {
  studentNumber: 'QFA-9944-777',
  fullName: 'Ptolemy Underwater',
  email: 'ptolemy@quillfeather.example',
  guardian: 'Drusilla Underwater',
  phone: '+919876549977',
};
