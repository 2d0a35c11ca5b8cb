export { createSearchTasks } from "./searchTasks/createSearchTasks.js";
export { getSearchTaskSummary } from "./searchTasks/getSearchTaskSummary.js";
export { listSearchTasks } from "./searchTasks/listSearchTasks.js";
