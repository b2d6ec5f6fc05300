/** French of the workbench. */
export const scenario = {} as const;
