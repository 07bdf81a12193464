export type { Claim, ClaimKind } from './claim.ts';
export { claimsOf } from './claims.ts';
