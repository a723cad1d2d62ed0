/** Most of one add-on that a company may take. */
export const ADD_ON_QUANTITY_MAX = 100
