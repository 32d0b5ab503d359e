import i18next from 'i18next';
import { formatList } from '#renderer/app/format.ts';
import { assertNever } from '#shared/assert-never.ts';
import type { FolderResult, RefusedPicture } from './enrol-folder.ts';

function refusedWords(refused: readonly RefusedPicture[]): string[] {
  return refused.map(({ fileName, why }) => {
    const words =
      why === 'cancelled'
        ? i18next.t('enrolment:files.cancelled')
        : i18next.t(`enrolment:files.refused.${why}`);
    return `${fileName}: ${words}`;
  });
}

/** What became of a folder: what is missing, what was refused and why. */
export function folderWords(result: FolderResult): string {
  switch (result.kind) {
    case 'skipped':
      return i18next.t(`imports:faces.skipped.${result.why}`);
    case 'refused':
      return result.words;
    case 'failed':
      return [
        i18next.t(`imports:faces.failed.${result.why}`),
        ...refusedWords(result.refused),
      ].join(' ');
    case 'enrolled': {
      const poses = formatList(result.missing.map((pose) => i18next.t(`enrolment:pose.${pose}`)));
      const missing = poses === '' ? [] : [i18next.t('imports:faces.missing', { poses })];
      return [...missing, ...refusedWords(result.refused)].join(' ');
    }
    default:
      return assertNever(result);
  }
}
