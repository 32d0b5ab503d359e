export function SignInScreen(_props: { schoolName: string }) {
  return null;
}
