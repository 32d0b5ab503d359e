import { allWords } from '../words/words.ts';
import { splitDayAndTime } from './day-and-time.ts';
import { FIELDS_OF, type ImportField, type ImportKind, type StudentField } from './import-field.ts';

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

/** The same as people write it in Hindi. */
const HINDI_WORDS: Record<StudentField, readonly string[]> = {
  studentNumber: [
    ...['विद्यार्थी आईडी', 'छात्र आईडी', 'प्रवेश संख्या', 'प्रवेश क्रमांक', 'नामांकन संख्या', 'नामांकन क्रमांक'],
    ...['पंजीकरण संख्या', 'पंजीयन क्रमांक', 'स्कॉलर नंबर', 'स्कॉलर क्रमांक', 'अनुक्रमांक', 'रोल नंबर', 'रोल नं'],
    ...['क्रमांक', 'आईडी'],
  ],
  fullName: [
    ...['पूरा नाम', 'विद्यार्थी का नाम', 'छात्र का नाम', 'छात्रा का नाम', 'छात्र/छात्रा का नाम'],
    ...['विद्यार्थी', 'छात्र', 'नाम'],
  ],
  firstName: ['पहला नाम', 'प्रथम नाम'],
  lastName: ['उपनाम', 'कुलनाम', 'सरनेम'],
  className: ['कक्षा', 'कक्षा का नाम', 'क्लास'],
  section: ['वर्ग', 'अनुभाग', 'सेक्शन'],
  email: ['ई-मेल', 'विद्यार्थी का ई-मेल', 'मेल'],
  joinedOn: ['प्रवेश तिथि', 'प्रवेश दिनांक', 'प्रवेश की तारीख़', 'प्रवेश की तिथि', 'नामांकन तिथि'],
  guardianName: ['अभिभावक का नाम', 'अभिभावक', 'संरक्षक का नाम', 'संरक्षक'],
  guardianRelation: ['रिश्ता', 'संबंध', 'सम्बन्ध', 'अभिभावक से संबंध'],
  guardianPhone: [
    ...['अभिभावक का फ़ोन', 'अभिभावक का मोबाइल', 'अभिभावक फ़ोन', 'अभिभावक मोबाइल', 'मोबाइल नंबर'],
    ...['मोबाइल', 'फ़ोन नंबर', 'फ़ोन', 'दूरभाष', 'संपर्क नंबर', 'संपर्क', 'व्हाट्सएप'],
  ],
  guardianEmail: ['अभिभावक का ई-मेल', 'अभिभावक ई-मेल'],
  motherName: ['माता का नाम', 'माँ का नाम', 'माता'],
  motherPhone: ['माता का फ़ोन', 'माता का मोबाइल', 'माता का मोबाइल नंबर'],
  motherEmail: ['माता का ई-मेल'],
  fatherName: ['पिता का नाम', 'पिता'],
  fatherPhone: ['पिता का फ़ोन', 'पिता का मोबाइल', 'पिता का मोबाइल नंबर'],
  fatherEmail: ['पिता का ई-मेल'],
};

/** The heading of the app's own sheets, in each of its languages. */
const OWN_NUMBERS = allWords().map(({ sheets }) => sheets.columns.studentNumber);

const MARK_WORDS: Partial<Record<ImportField, readonly string[]>> = {
  studentNumber: [
    ...(STUDENT_WORDS.studentNumber ?? []),
    ...OWN_NUMBERS,
    ...HINDI_WORDS.studentNumber,
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
  className: [...(STUDENT_WORDS.className ?? []), 'classsection', ...HINDI_WORDS.className],
  subject: ['subject', 'subjectname', 'course', 'lesson', 'vishay', 'विषय'],
  reason: ['reason', 'remark', 'remarks', 'note', 'notes', 'comment', 'comments', 'karan', 'कारण'],
};

/**
 * Signs, blanks, accents and the dot below (nukta), which many leave out, away: "Adm. No" and
 * "ADM NO" are one, and so are "फ़ोन" and "फोन". The vowel signs of Devanagari stay.
 */
function headingKey(heading: string): string {
  return heading
    .toLowerCase()
    .normalize('NFKD')
    .replace(/['’`]s\b/gu, 's')
    .replace(/[\u0300-\u036f\u093c]/gu, '')
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}

type FieldWords = Partial<Record<ImportField, readonly string[]>>;

/** By their keys, as headings are compared; last what stands above it in our own templates. */
function keyed(kind: ImportKind, words: readonly FieldWords[]) {
  const own = allWords().map(
    ({ templates }): Partial<Record<ImportField, string>> => templates[kind].headings,
  );
  return FIELDS_OF[kind].map((field) => {
    const known = words.flatMap((one) => one[field] ?? []);
    const headings = own.flatMap((one) => one[field] ?? []);
    return { field, keys: [...known, ...headings].map(headingKey) };
  });
}

const WORDS = {
  students: keyed('students', [STUDENT_WORDS, HINDI_WORDS]),
  marks: keyed('marks', [MARK_WORDS]),
} as const;

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
