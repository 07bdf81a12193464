/** What a page tells the worker of a newer edition when the reader wants to see it. */
export const TAKE_OVER = 'take over';
