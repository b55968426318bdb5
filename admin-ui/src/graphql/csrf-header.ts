/** Proves to the gateway that the request was made by this page: no other origin can set it. */
export const CSRF_HEADER = { 'x-everyletter': '1' } as const;
