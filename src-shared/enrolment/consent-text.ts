/** A text that people agree to. A change of wording is a new version; old versions stay on record. */
export interface ConsentText {
  version: string;
  /** Plain text; paragraphs are separated by an empty line. `{{school}}` is the school's name. */
  text: string;
}

/** The text in force. */
export const CONSENT_TEXT: ConsentText = {
  version: '2026-11/en',
  text: [
    'At {{school}}, a teacher can take the class register with a camera. The app on the teacher’s laptop, Rollcall, recognises a student’s face and marks the student as present. To do that it must first learn the face. Please read this before you decide.',
    'What is stored. The app looks at the face through the camera for about a minute and works out lists of numbers that describe it. These numbers are stored. No photo and no video is stored, and the face cannot be drawn again from the numbers alone. Whenever a mark is made by face, the app also stores how well the face matched and that the person was seen to move, for example by blinking.',
    'Where it is stored, and who can use it. Everything is kept on the school’s laptop, encrypted. It is not sent over the internet and not given to anyone else. It is used to take the register and for nothing else: not for judging moods, attention or behaviour.',
    'How long. The school erases the numbers when you withdraw this consent, and when the student leaves. Attendance itself is kept as long as the school must keep its registers.',
    'You are free to say no. A student without consent is marked by the teacher by hand, has no disadvantage of any kind, and is never looked for by the camera.',
    'You may change your mind at any time and need give no reason. Tell the school, and the numbers are erased at once. Registers that were taken until then stay as they are. You may also ask what is stored about the student, ask for it to be corrected, and complain to the data protection authority.',
    'By agreeing, you confirm that you have understood this and that you are the student, old enough to decide, or the student’s parent or guardian.',
  ].join('\n\n'),
};

/** The text with the name of the school in its place. */
export function consentTextFor(school: string, { version, text }: ConsentText): ConsentText {
  return { version, text: text.replaceAll('{{school}}', () => school) };
}
