// Numbers of things.

export const tasks = (count: number) => (count === 1 ? "1 task" : `${String(count)} tasks`);
