/** French of the workbench. */
export const sweep = {} as const;
