/** French of the workbench. */
export const thresholds = {} as const;
