export async function benchEngine(): Promise<null> {
  return null;
}
export async function benchStock(): Promise<null> {
  return null;
}
