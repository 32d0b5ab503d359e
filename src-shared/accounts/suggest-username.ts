const LONGEST = 40;
const SHORTEST = 3;

/** A word of a name in the letters of a user name: "Łukasz" as "lukasz". */
function plain(word: string): string {
  return word
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll('ł', 'l')
    .replaceAll('ß', 'ss')
    .replaceAll('ø', 'o')
    .replace(/[^a-z0-9]/g, '');
}

/**
 * A free user name for a student: first and last name, or the student number where the name has no
 * Latin letters, with a number behind it should it be taken.
 */
export function suggestUsername(
  { fullName, studentNumber }: { fullName: string; studentNumber: string },
  taken: ReadonlySet<string>,
): string {
  const words = fullName
    .split(/[\s-]+/u)
    .map(plain)
    .filter(Boolean);
  const name = [...new Set([words[0], words.at(-1)])].filter(Boolean).join('.');
  const wish = name.length >= SHORTEST ? name : `student-${plain(studentNumber)}`;
  const base = wish.slice(0, LONGEST - 4);
  for (let count = 1; ; count += 1) {
    const candidate = count === 1 ? base : `${base}${count}`;
    if (!taken.has(candidate)) return candidate;
  }
}
