/** Kinds of collective proceedings: sauvegarde, redressement and liquidation judiciaires. */
export const PROCEDURES = ['safeguard', 'receivership', 'liquidation'] as const
export type Procedure = (typeof PROCEDURES)[number]
