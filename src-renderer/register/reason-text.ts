import i18next from 'i18next';
import { languageSchema } from '#shared/contract/settings.contract.ts';
import { reasonIn } from '#shared/register/app-reasons.ts';
import { wordsIn } from '#shared/words/words.ts';

/** A reason as it is shown: the app's own in the language of the window, others as they were typed. */
export function reasonText(reason: string): string {
  return reasonIn(wordsIn(languageSchema.parse(i18next.language)).sheets, reason);
}
