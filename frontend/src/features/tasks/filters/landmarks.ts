// Where keys find what they lead to, on any page that has it.

export const SEARCH_BOX_ID = "task-search";
export const ADD_FILTER_ID = "add-filter";
