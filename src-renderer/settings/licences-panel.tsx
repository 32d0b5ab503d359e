import { Accordion, Code, Stack, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '#renderer/app/parts/loaded.tsx';
import type { ShippedPackage } from '#shared/licences/licence-list.ts';
import { licencesMatching, readLicences } from './licences.ts';

/** Everything of others that is in the app, to be searched; each text unfolds. */
export function LicencesPanel() {
  const { t } = useTranslation('settings');
  const query = useQuery({ queryKey: ['licences'], queryFn: readLicences, staleTime: Infinity });
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {t('about.licencesAbout')}
      </Text>
      <Loaded query={query}>{(packages) => <LicenceList packages={packages} />}</Loaded>
    </Stack>
  );
}

function LicenceList({ packages }: { packages: readonly ShippedPackage[] }) {
  const { t } = useTranslation('settings');
  const [search, setSearch] = useState('');
  const [opened, setOpened] = useState<string | null>(null);
  const found = licencesMatching(packages, search);
  return (
    <>
      <TextInput
        label={t('about.licencesSearch')}
        leftSection={<IconSearch size={18} aria-hidden />}
        maw={420}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      <Text size="sm" role="status">
        {t('about.licencesCount', { count: found.length })}
      </Text>
      <Accordion value={opened} onChange={setOpened} variant="separated" order={4}>
        {found.map((one) => (
          <Licence key={keyOf(one)} shipped={one} isOpen={opened === keyOf(one)} />
        ))}
      </Accordion>
    </>
  );
}

/** Part of an id in the page, in which no space may be. */
const keyOf = ({ name, version }: ShippedPackage) => `${name}@${version}`;

function Licence({ shipped, isOpen }: { shipped: ShippedPackage; isOpen: boolean }) {
  const { t } = useTranslation('settings');
  const { name, version, licence, text, models } = shipped;
  return (
    <Accordion.Item value={keyOf(shipped)}>
      <Accordion.Control>
        <Text size="sm" fw={550} component="span">
          {name} {version}
        </Text>{' '}
        <Text size="sm" c="dimmed" component="span">
          {licence}
        </Text>
      </Accordion.Control>
      <Accordion.Panel>
        {models.length > 0 && (
          <Text size="sm" mb="xs">
            {t('about.licencesModels', { models: models.join(', ') })}
          </Text>
        )}
        {isOpen && (
          <Code block style={{ whiteSpace: 'pre-wrap' }}>
            {text}
          </Code>
        )}
      </Accordion.Panel>
    </Accordion.Item>
  );
}
