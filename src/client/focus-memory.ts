/** Milliseconds that a page has for making the link a reader left it by. */
const PATIENCE = 5000;

/**
 * Remembers the link by which a reader leaves a page, and gives it the focus when "back" returns: who goes through a list
 * by keyboard goes on where they were. Browsers do so themselves only for pages that they have kept whole.
 */
export function keepPlace(): void {
  document.addEventListener('click', ({ target }) => {
    const link = target instanceof Element ? target.closest('a') : null;
    if (link) history.replaceState({ ...history.state, leftBy: link.href, leftAt: scrollY }, '');
  });
  const [visit] = performance.getEntriesByType('navigation');
  const { leftBy, leftAt }: { leftBy?: unknown; leftAt?: unknown } = history.state ?? {};
  const isBack = visit instanceof PerformanceNavigationTiming && visit.type === 'back_forward';
  if (!isBack || typeof leftBy !== 'string') return;
  let held: HTMLAnchorElement | undefined;
  const isSeen = (link: HTMLAnchorElement) => link.getClientRects().length > 0;
  const focus = () => {
    const isLost = document.activeElement === held && held && !isSeen(held);
    if (document.activeElement !== document.body && !isLost) return;
    held = [...document.querySelectorAll('a')].find((link) => link.href === leftBy && isSeen(link));
    held?.focus({ preventScroll: true });
    // The browser looks for the place itself, but maybe while the page is still too short to have it.
    if (held && typeof leftAt === 'number') scrollTo(scrollX, leftAt);
  };
  focus();
  // A list may still be made, or give way to another that has the link too.
  const observer = new MutationObserver(focus);
  observer.observe(document.body, { childList: true, subtree: true });
  const stop = () => observer.disconnect();
  setTimeout(stop, PATIENCE);
  for (const sign of ['pointerdown', 'keydown', 'wheel'])
    addEventListener(sign, stop, { once: true });
}
