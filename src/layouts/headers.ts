import { policy } from './policy.ts';

/**
 * Headers with which a host should answer every request: what pages say of themselves, and what only a header can say.
 * They give the top grade by the rules of Mozilla's HTTP Observatory.
 */
export const headers: readonly (readonly [name: string, value: string])[] = [
  ['Content-Security-Policy', `${policy}; frame-ancestors 'none'`],
  ['Strict-Transport-Security', 'max-age=63072000'],
  ['X-Content-Type-Options', 'nosniff'],
  ['X-Frame-Options', 'DENY'],
  ['Referrer-Policy', 'strict-origin-when-cross-origin'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Cross-Origin-Resource-Policy', 'same-origin'],
  ['Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=()'],
];
