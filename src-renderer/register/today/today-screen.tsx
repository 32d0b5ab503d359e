import { Paper, SimpleGrid, Skeleton, Stack } from '@mantine/core';
import { IconBooks, IconMapPin } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatToday } from '#renderer/app/format.ts';
import { LinkButton } from '#renderer/app/parts/link-button.tsx';
import { Loaded } from '#renderer/app/parts/loaded.tsx';
import { NothingYet } from '#renderer/app/parts/nothing-yet.tsx';
import { Page } from '#renderer/app/parts/page.tsx';
import { useIsAdmin } from '#renderer/app/standing.ts';
import { ErasuresDueCard } from '#renderer/privacy/erasures-due-card.tsx';
import { ReportedToday } from '../absences/reported-today.tsx';
import { AwayCard } from './away-card.tsx';
import { DayFigures } from './day-figures.tsx';
import { FacesDueCard } from './faces-due-card.tsx';
import { LessonsCard } from './lessons-card.tsx';
import { OpenRegisters } from './open-registers.tsx';
import { StartCard } from './start-card.tsx';
import { TakenLatelyDialog } from './taken-lately-dialog.tsx';
import { TakenToday } from './taken-today.tsx';
import { useDayPlan } from './use-day-plan.ts';
import { takenOn, useToday } from './use-today.ts';

/** The lessons of the timetable, one button to start, what is still open, what is done. */
export function TodayScreen() {
  const { t } = useTranslation('today');
  const { classes, subjects, open, recent, today } = useToday();
  const lessons = useDayPlan();
  return (
    <Page
      title={t('title')}
      about={formatToday(Date.now())}
      maxWidth={1280}
      actions={
        <LinkButton
          to="/reports/on-site"
          variant="default"
          leftSection={<IconMapPin size={18} aria-hidden />}
        >
          {t('onSite')}
        </LinkButton>
      }
    >
      <TakenLatelyDialog />
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg" style={{ alignItems: 'start' }}>
        <Stack gap="lg">
          {lessons && <LessonsCard lessons={lessons} />}
          <Loaded query={classes} waiting={<Skeleton h={240} />}>
            {(someClasses) => (
              <Loaded query={subjects} waiting={<Skeleton h={240} />}>
                {(someSubjects) =>
                  someClasses.length === 0 || someSubjects.length === 0 ? (
                    <Missing what={someClasses.length === 0 ? 'noClasses' : 'noSubjects'} />
                  ) : (
                    <StartCard
                      second={(lessons?.plan.now.length ?? 0) > 0}
                      classes={someClasses}
                      subjects={someSubjects}
                      open={open.data ?? []}
                      recent={recent.data ?? []}
                    />
                  )
                }
              </Loaded>
            )}
          </Loaded>
        </Stack>
        <Stack gap="lg">
          <DayFigures today={today} notTaken={lessons?.plan.notTaken.length ?? 0} />
          <FacesDueCard />
          <ErasuresDueCard />
          <Loaded query={open} waiting={<Skeleton h={80} />}>
            {(sessions) => <OpenRegisters sessions={sessions} />}
          </Loaded>
          <Loaded query={recent} waiting={<Skeleton h={160} />}>
            {(sessions) => (
              <>
                <TakenToday sessions={takenOn(today, sessions)} />
                <AwayCard sessions={takenOn(today, sessions)} />
              </>
            )}
          </Loaded>
          <ReportedToday today={today} />
        </Stack>
      </SimpleGrid>
    </Page>
  );
}

/** Without classes or subjects there is nothing to start. */
function Missing({ what }: { what: 'noClasses' | 'noSubjects' }) {
  const { t } = useTranslation('today');
  const admin = useIsAdmin();
  const tab = what === 'noClasses' ? 'classes' : 'subjects';
  return (
    <Paper>
      <NothingYet
        icon={<IconBooks aria-hidden />}
        title={t(`${what}.title`)}
        advice={admin ? t(`${what}.adviceAdmin`) : t(`${what}.adviceTeacher`)}
        action={
          admin && (
            <>
              {what === 'noClasses' && (
                <LinkButton to="/import">{t('noClasses.import')}</LinkButton>
              )}
              <LinkButton
                to="/classes"
                search={{ tab }}
                variant={what === 'noClasses' ? 'default' : 'filled'}
              >
                {t(`${what}.action`)}
              </LinkButton>
              {what === 'noClasses' && (
                <LinkButton
                  to="/settings/$section"
                  params={{ section: 'accounts' }}
                  variant="default"
                >
                  {t('noClasses.invite')}
                </LinkButton>
              )}
            </>
          )
        }
      />
    </Paper>
  );
}
