import { useDirection } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import type { Language } from '#shared/contract/settings.contract.ts';
import { directionOf, likelyLanguage } from '#shared/words/languages.ts';
import { speak } from './i18n.ts';
import { api } from './query-client.ts';

/** The language of the device preferences; the browser's where they cannot be read, null while unknown. */
function useLanguage(): Language | null {
  const { data, isPending } = useQuery(api.settings.device.queryOptions());
  if (isPending) return null;
  return data?.language ?? likelyLanguage(navigator.languages);
}

/** Shows the window in the language that the device preferences name, and nothing before it is known. */
export function InLanguage({ children }: { children: ReactNode }) {
  const { setDirection } = useDirection();
  const language = useLanguage();
  const [known, setKnown] = useState(false);
  useEffect(() => {
    if (language === null) return;
    speak(language);
    document.documentElement.lang = language;
    setDirection(directionOf(language));
    setKnown(true);
  }, [language, setDirection]);
  return known ? children : null;
}
