import type { TFunction } from 'i18next';
import { formatNumber, formatRate, formatScore } from '#renderer/app/format.ts';
import type { Accuracy, JudgedPicture } from '#shared/self-test/accuracy.ts';
import { possibleRate } from '#shared/self-test/threshold-advice.ts';
import type { PictureTestResult, UnreadPicture } from './run-picture-test.ts';

export type Words = TFunction<'selfTest'>;
export type NameOf = (studentId: string) => string;

/** What recognition made of a face, in words. */
export function whatWords(
  t: Words,
  { named, asked }: Pick<JudgedPicture, 'named' | 'asked'>,
  nameOf: NameOf,
): string {
  if (named !== null) return t('result.outcome.wrong', { name: nameOf(named) });
  return asked.length > 0
    ? t('result.outcome.asked', { names: asked.map(nameOf).join(', ') })
    : t('result.outcome.nobody');
}

/** A picture and what became of it, in one line. */
export function pictureLine(t: Words, picture: JudgedPicture, nameOf: NameOf): string {
  const { path, own, score } = picture;
  return t('result.line', {
    path,
    what: whatWords(t, picture, nameOf),
    score: formatScore(picture.named === null ? (own ?? score) : score),
  });
}

export function unreadLine(t: Words, { path, why }: UnreadPicture): string {
  return t('result.unreadLine', { path, why: t(`result.unread.${why}`) });
}

/** What the result means and what to do about it, in sentences. */
export function adviceLines(t: Words, accuracy: Accuracy, nameOf: NameOf): string[] {
  const { advice, enrolAgain, students } = accuracy;
  const names = enrolAgain.map(nameOf).join(', ');
  return [
    t(`advice.plain.${advice.kind}`),
    ...(names ? [t('advice.enrolAgain', { names })] : []),
    ...(names === '' && students.length > 0 ? [t('advice.nobodyAgain')] : []),
  ];
}

/** Error rates at the threshold in use, and whether another would be better, in sentences. */
export function figureLines(t: Words, accuracy: Accuracy): string[] {
  const { kind } = accuracy.advice;
  return [
    ...rateLines(t, accuracy),
    ...thresholdLines(t, accuracy),
    ...(kind === 'higher' || kind === 'lower' ? [t('advice.fixed')] : []),
  ];
}

function rateLines(t: Words, { errors, compared }: Accuracy): string[] {
  const { far, frr, threshold } = errors;
  const { genuine, impostor } = compared;
  const rates = t('advice.rates', {
    threshold: formatScore(threshold),
    far: formatNumber(Math.round(far * impostor)),
    impostor: formatNumber(impostor),
    farRate: formatRate(far),
    frr: formatNumber(Math.round(frr * genuine)),
    genuine: formatNumber(genuine),
    frrRate: formatRate(frr),
  });
  if (far > 0 || impostor === 0) return [rates];
  const rate = formatRate(possibleRate(impostor));
  return [rates, t('advice.possible', { impostor: formatNumber(impostor), rate })];
}

function thresholdLines(t: Words, { advice }: Accuracy): string[] {
  if (advice.kind === 'tooFew') return [];
  if (advice.kind === 'keep') return [t('advice.keep')];
  const { threshold, frr } = advice.there;
  const figures = { threshold: formatScore(threshold), frrRate: formatRate(frr) };
  return [t(`advice.${advice.kind}`, figures)];
}

/** The lowest and the highest score of a student's pictures with their own face. */
export function scoreRange(pictures: readonly JudgedPicture[]): string {
  const scores = pictures.flatMap(({ own }) => (own === null ? [] : [own]));
  const [low, high] = [Math.min(...scores), Math.max(...scores)].map(formatScore);
  return low === high ? `${low}` : `${low} – ${high}`;
}

/** Pictures of enrolled students that were not given the right name. */
export function mistakesOf({ students }: Accuracy): JudgedPicture[] {
  return students.flatMap(({ pictures }) => pictures.filter(({ outcome }) => outcome !== 'right'));
}

interface ReportContext {
  className: string;
  when: string;
  nameOf: NameOf;
}

/** Everything found, as text to keep or send. */
export function accuracyText(
  t: Words,
  { accuracy, unread, done, total }: PictureTestResult,
  { className, when, nameOf }: ReportContext,
): string {
  const { total: tally, strangers, students } = accuracy;
  const part = (heading: string, lines: string[]) =>
    lines.length > 0 ? ['', `${heading}:`, ...lines] : [];
  return [
    t('pictures.heading', { class: className, when }),
    ...(done < total ? [t('pictures.cancelled', { done, total })] : []),
    `${t('result.tally.right')}: ${tally.right}`,
    `${t('result.tally.wrong')}: ${tally.wrong}`,
    `${t('result.tally.missed')}: ${tally.missed}`,
    `${t('result.tally.strangers')}: ${t('result.ofPictures', { count: strangers.named.length, of: strangers.pictures })}`,
    `${t('result.tally.unread')}: ${unread.length}`,
    '',
    ...adviceLines(t, accuracy, nameOf),
    ...part(t('advice.figures'), figureLines(t, accuracy)),
    ...part(
      t('result.students'),
      students.map(
        ({ studentId, tally: own, pictures }) =>
          `${nameOf(studentId)}: ${own.right} / ${own.wrong} / ${own.missed} (${scoreRange(pictures)})`,
      ),
    ),
    ...part(
      t('result.mistakes'),
      mistakesOf(accuracy).map((one) => pictureLine(t, one, nameOf)),
    ),
    ...part(
      t('result.namedStrangers'),
      strangers.named.map((one) => pictureLine(t, one, nameOf)),
    ),
    ...part(
      t('result.unreadList'),
      unread.map((one) => unreadLine(t, one)),
    ),
  ].join('\n');
}
