import { Navigate } from '@tanstack/react-router';
import { OwnRecordScreen } from '#renderer/own-record/own-record-screen.tsx';
import { TodayScreen } from '#renderer/register/today/today-screen.tsx';
import { assertNever } from '#shared/assert-never.ts';
import { useAccount } from './standing.ts';

/** Where each role begins. */
export function HomeScreen() {
  const { role } = useAccount();
  switch (role) {
    case 'admin':
    case 'teacher':
      return <TodayScreen />;
    case 'office':
      return <Navigate to="/registers" replace />;
    case 'student':
      return <OwnRecordScreen />;
    default:
      return assertNever(role);
  }
}
