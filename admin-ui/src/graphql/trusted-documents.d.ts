declare module 'virtual:trusted-documents' {
  /** Operation name → SHA-256 of its document, filled in at build time. */
  export const documentChecks: Readonly<Record<string, string>>;
}
