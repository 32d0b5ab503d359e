import { Box, Group, NavLink, type NavLinkProps } from '@mantine/core';
import { createLink, useParams } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '#renderer/app/parts/page.tsx';
import { useAccount } from '#renderer/app/standing.ts';
import { Section } from './section.tsx';
import { type SectionName, sectionOf, sectionsFor } from './sections.ts';

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
  const { role } = useAccount();
  const params = useParams({ strict: false });
  const open = sectionOf(params.section, role);
  return (
    <Page title={t('title')} maxWidth={1120}>
      <Group align="flex-start" gap="lg" wrap="nowrap">
        <SectionList open={open} names={sectionsFor(role)} />
        <Box flex={1} miw={0}>
          <Section name={open} />
        </Box>
      </Group>
    </Page>
  );
}

function SectionList({ open, names }: { open: SectionName; names: readonly SectionName[] }) {
  const { t } = useTranslation('settings');
  return (
    <Box component="nav" w={208} flex="none" aria-label={t('sectionsLabel')}>
      {names.map((name) => (
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
