/** French of the workbench. */
export const report = {} as const;
