import { allWords } from '../words/words.ts';
import { splitDayAndTime } from './day-and-time.ts';
import type { ImportField, ImportKind } from './import-field.ts';

/**
 * What people write above a column, best first, without case, accents, blanks and signs. With
 * Hindi words as they are written in Latin letters.
 */
const STUDENT_WORDS: Partial<Record<ImportField, readonly string[]>> = {
  studentNumber: [
    ...['studentid', 'studentnumber', 'studentno', 'studentcode', 'admissionnumber'],
    ...['admissionno', 'admno', 'admnumber', 'admissionid', 'enrolmentno', 'enrollmentno'],
    ...['enrolmentnumber', 'enrollmentnumber', 'registrationno', 'registrationnumber', 'regno'],
    ...['scholarno', 'srno', 'grno', 'pen', 'anukramank', 'rollnumber', 'rollno', 'roll'],
    ...['number', 'id'],
  ],
  fullName: [
    ...['fullname', 'studentname', 'nameofstudent', 'nameofthestudent', 'studentfullname'],
    ...['pupilname', 'pupil', 'student', 'chhatrakanaam', 'vidyarthi', 'naam', 'nam', 'name'],
  ],
  firstName: ['firstname', 'givenname', 'givennames', 'forename', 'pahlanaam'],
  lastName: ['lastname', 'surname', 'familyname', 'upnaam', 'kulnaam'],
  className: ['class', 'classname', 'grade', 'standard', 'std', 'form', 'kaksha', 'kaksa'],
  section: ['section', 'sec', 'division', 'div', 'varg', 'anubhag'],
  email: ['email', 'emailaddress', 'emailid', 'studentemail', 'mail'],
  joinedOn: [
    ...['joinedon', 'joined', 'joiningdate', 'dateofjoining', 'doj', 'dateofadmission'],
    ...['admissiondate', 'startdate', 'praveshtithi'],
  ],
  guardianName: [
    ...['guardian', 'guardianname', 'nameofguardian', 'parent', 'parentname', 'abhibhavak'],
    ...['parentguardian', 'contactname', 'emergencycontact', 'contactperson'],
  ],
  guardianRelation: ['relation', 'relationship', 'guardianrelation', 'rishta', 'sambandh'],
  guardianPhone: [
    ...['guardianphone', 'guardianmobile', 'guardiancontact', 'parentphone', 'parentmobile'],
    ...['parentcontact', 'phone', 'phoneno', 'phonenumber', 'mobile', 'mobileno'],
    ...['mobilenumber', 'contact', 'contactno', 'contactnumber', 'telephone', 'whatsapp'],
    ...['dursanchar', 'emergencyphone'],
  ],
  guardianEmail: ['guardianemail', 'parentemail', 'guardianemailid', 'parentemailid'],
  motherName: ['mother', 'mothername', 'mothersname', 'nameofmother', 'mata', 'matakanaam'],
  motherPhone: ['motherphone', 'mothermobile', 'mothersphone', 'mothersmobile', 'mothercontact'],
  motherEmail: ['motheremail', 'mothersemail'],
  fatherName: ['father', 'fathername', 'fathersname', 'nameoffather', 'pita', 'pitakanaam'],
  fatherPhone: ['fatherphone', 'fathermobile', 'fathersphone', 'fathersmobile', 'fathercontact'],
  fatherEmail: ['fatheremail', 'fathersemail'],
};

/** The heading of the app's own sheets, in each of its languages. */
const OWN_NUMBERS = allWords().map(({ sheets }) => sheets.columns.studentNumber);

const MARK_WORDS: Partial<Record<ImportField, readonly string[]>> = {
  studentNumber: [
    ...(STUDENT_WORDS.studentNumber ?? []),
    ...OWN_NUMBERS,
    ...['विद्यार्थी आईडी', 'छात्र आईडी', 'प्रवेश संख्या', 'अनुक्रमांक', 'रोल नंबर'],
  ],
  day: ['date', 'day', 'attendancedate', 'dated', 'tarikh', 'dinank', 'तारीख', 'तारीख़', 'दिनांक'],
  time: [
    ...['time', 'starttime', 'start', 'from', 'at', 'periodtime', 'lessontime', 'intime', 'timein'],
    ...['samay', 'समय'],
  ],
  status: [
    ...['status', 'attendance', 'attendancestatus', 'mark', 'code', 'presentabsent', 'pa'],
    ...['sthiti', 'haziri', 'upasthiti', 'स्थिति', 'हाज़िरी', 'उपस्थिति'],
  ],
  className: [...(STUDENT_WORDS.className ?? []), 'classsection', 'कक्षा'],
  subject: ['subject', 'subjectname', 'course', 'lesson', 'vishay', 'विषय'],
  reason: ['reason', 'remark', 'remarks', 'note', 'notes', 'comment', 'comments', 'karan', 'कारण'],
};

/** Signs and blanks away, so that "Adm. No" and "ADM NO" are one. */
function headingKey(heading: string): string {
  return heading
    .toLowerCase()
    .normalize('NFKD')
    .replace(/['’`]s\b/gu, 's')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** By their keys, as headings are compared. */
function keyed(words: Partial<Record<ImportField, readonly string[]>>) {
  return Object.entries(words).map(([field, all]) => ({
    field: field as ImportField,
    keys: all.map(headingKey),
  }));
}

const WORDS = { students: keyed(STUDENT_WORDS), marks: keyed(MARK_WORDS) } as const;

interface Guess {
  column: number;
  field: ImportField;
  /** How far down the list of words the heading was found. */
  rank: number;
}

function guessesFor(key: string, column: number, kind: ImportKind): Guess[] {
  if (key === '') return [];
  return WORDS[kind].flatMap(({ field, keys }) => {
    const rank = keys.indexOf(key);
    return rank < 0 ? [] : [{ column, field, rank }];
  });
}

/**
 * What each column means by its heading; null where that is not known. No field twice, but for the
 * columns of registers, each of which is headed by its date.
 */
export function matchHeadings(
  headings: readonly string[],
  kind: ImportKind,
): (ImportField | null)[] {
  const guesses = headings
    .flatMap((heading, column) => guessesFor(headingKey(heading), column, kind))
    .toSorted((a, b) => a.rank - b.rank || a.column - b.column);
  const fields = headings.map((): ImportField | null => null);
  for (const { column, field } of guesses) {
    if (fields[column] === null && !fields.includes(field)) fields[column] = field;
  }
  if (kind !== 'marks') return fields;
  return fields.map((field, column) => {
    const isDated = field === null && splitDayAndTime(headings[column] ?? '') !== null;
    return isDated ? 'register' : field;
  });
}
