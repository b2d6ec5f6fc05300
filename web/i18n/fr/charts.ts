/** French of the workbench. */
export const charts = {} as const;
