/** French of the workbench. */
export const planner = {} as const;
