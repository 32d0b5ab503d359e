import { expect, test } from 'vitest';
import { matchHeadings } from './headings.ts';

test.each([
  [
    ['Roll No.', 'Name'],
    ['studentNumber', 'fullName'],
  ],
  // The admission number is one's own; a roll number only within a class.
  [
    ['Roll No', 'ADM NO', 'Student Name'],
    [null, 'studentNumber', 'fullName'],
  ],
  [
    ['Anukramank', 'Naam', 'Kaksha', 'Varg'],
    ['studentNumber', 'fullName', 'className', 'section'],
  ],
  [
    ["Father's Name", 'Mother’s Name', 'Father Mobile'],
    ['fatherName', 'motherName', 'fatherPhone'],
  ],
  [
    ['अनुक्रमांक', 'विद्यार्थी का नाम', 'कक्षा', 'वर्ग'],
    ['studentNumber', 'fullName', 'className', 'section'],
  ],
  // With and without the dot below, in one letter or in two.
  [
    ['अभिभावक का फ़ोन', 'पिता का फोन', 'माता का मोबाइल'],
    ['guardianPhone', 'fatherPhone', 'motherPhone'],
  ],
  [
    ['Name', 'Name', 'Date of birth', ''],
    ['fullName', null, null, null],
  ],
])('%j', (headings, fields) => {
  expect(matchHeadings(headings, 'students')).toEqual(fields);
});

test.each([
  [
    ['Adm No', 'दिनांक', 'Start time', 'उपस्थिति', 'विषय', 'Remarks'],
    ['studentNumber', 'day', 'time', 'status', 'subject', 'reason'],
  ],
  [
    ['Student ID', 'Name', '2026-03-02 09:00 Maths', '3/3/2026', 'Total P'],
    ['studentNumber', null, 'register', 'register', null],
  ],
])('of marks: %j', (headings, fields) => {
  expect(matchHeadings(headings, 'marks')).toEqual(fields);
});
