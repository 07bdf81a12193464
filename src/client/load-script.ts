/**
 * Runs a classic script, which works for a page opened from disk too.
 *
 * @throws when it cannot be loaded
 */
export async function loadScript(address: string): Promise<void> {
  const script = document.createElement('script');
  script.src = address;
  await new Promise<void>((done, fail) => {
    script.onload = () => done();
    script.onerror = () => fail(new Error(`${address} cannot be loaded`));
    document.head.append(script);
  }).finally(() => script.remove());
}
