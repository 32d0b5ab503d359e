import { Box, Group, NavLink, type NavLinkProps } from '@mantine/core';
import { createLink, useParams } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '#renderer/app/parts/page.tsx';
import { useIsAdmin } from '#renderer/app/standing.ts';
import { Section } from './section.tsx';
import { SECTIONS, type SectionName, sectionOf } from './sections.ts';

type AnchorProps = NavLinkProps &
  Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof NavLinkProps> & {
    ref?: Ref<HTMLAnchorElement>;
  };

function SectionAnchor(props: AnchorProps) {
  return <NavLink {...props} style={{ borderRadius: 'var(--mantine-radius-md)' }} />;
}

const SectionLink = createLink(SectionAnchor);

/** The settings: a list of sections, and the one that is open. */
export function SettingsScreen() {
  const { t } = useTranslation('settings');
  const admin = useIsAdmin();
  const params = useParams({ strict: false });
  const open = sectionOf(params.section, admin);
  return (
    <Page title={t('title')} maxWidth={1120}>
      <Group align="flex-start" gap="lg" wrap="nowrap">
        <SectionList open={open} admin={admin} />
        <Box flex={1} miw={0}>
          <Section name={open} />
        </Box>
      </Group>
    </Page>
  );
}

function SectionList({ open, admin }: { open: SectionName; admin: boolean }) {
  const { t } = useTranslation('settings');
  return (
    <Box component="nav" w={208} flex="none" aria-label={t('sectionsLabel')}>
      {SECTIONS.filter((one) => admin || !one.adminOnly).map(({ name }) => (
        <SectionLink
          key={name}
          to="/settings/$section"
          params={{ section: name }}
          active={name === open}
          aria-current={name === open ? 'page' : undefined}
          label={t(`sections.${name}`)}
        />
      ))}
    </Box>
  );
}
