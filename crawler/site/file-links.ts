/** Pictures and files that bodies show. */
/** A picture or file that the body itself shows: `files/NAME`, as the Markdown has it. */
export const FILE_IN_BODY = /((?:src|href)=")files\/([\w.-]+)/g

/** Where every site keeps what its bodies show. */
export const filePath = (file: string) => `/files/${file}`
