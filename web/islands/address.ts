/** Written by `npm run build:islands`. */
export const FIND_SCRIPT = '/assets/find-CR7VvvnV.js'
