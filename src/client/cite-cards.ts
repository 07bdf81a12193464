/** Lets Escape put away a citation card that the pointer has opened, until the pointer leaves it. */
export function dismissCards(): void {
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    const cite = document.querySelector('.cite:hover');
    if (!cite) return;
    cite.classList.add('dismissed');
    cite.addEventListener('pointerleave', () => cite.classList.remove('dismissed'), { once: true });
  });
}
