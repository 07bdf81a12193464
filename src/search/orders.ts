/** Orders of results; what matches best needs a query. */
export const ORDERS = ['best', 'newest', 'oldest', 'title'] as const;
export type Order = (typeof ORDERS)[number];

/** Those of a list of papers, its own first. */
export const ordersOfList: readonly Order[] = ORDERS.filter((order) => order !== 'best');
