import { Button, Group } from '@mantine/core';
import { IconCompass, IconLock } from '@tabler/icons-react';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { LinkButton } from './link-button.tsx';
import { NothingYet } from './nothing-yet.tsx';
import { Page } from './page.tsx';

/** Thrown by a route that the account signed in may not open. */
export class NotAllowedError extends Error {
  constructor() {
    super('This page is not for this account.');
    this.name = 'NotAllowedError';
  }
}

export function PageNotFound() {
  const { t } = useTranslation();
  return (
    <Page title={t('notFound.title')}>
      <NothingYet
        icon={<IconCompass aria-hidden />}
        title={t('notFound.title')}
        advice={t('notFound.advice')}
        action={<LinkButton to="/">{t('notFound.action')}</LinkButton>}
      />
    </Page>
  );
}

/** What stands in place of a screen that may not be opened, or that threw. */
export function PageError({ error, reset }: ErrorComponentProps) {
  return error instanceof NotAllowedError ? <NotAllowed /> : <Crashed reset={reset} />;
}

function NotAllowed() {
  const { t } = useTranslation();
  return (
    <Page title={t('notAllowed.title')}>
      <NothingYet
        icon={<IconLock aria-hidden />}
        title={t('notAllowed.title')}
        advice={t('notAllowed.advice')}
        action={<LinkButton to="/">{t('notAllowed.action')}</LinkButton>}
      />
    </Page>
  );
}

function Crashed({ reset }: { reset: () => void }) {
  const { t } = useTranslation();
  return (
    <Page title={t('crashed.title')}>
      <NothingYet
        icon={<IconCompass aria-hidden />}
        title={t('crashed.title')}
        advice={t('crashed.advice')}
        action={
          <Group>
            <Button onClick={reset}>{t('tryAgain')}</Button>
            <LinkButton to="/" variant="default">
              {t('notFound.action')}
            </LinkButton>
          </Group>
        }
      />
    </Page>
  );
}
