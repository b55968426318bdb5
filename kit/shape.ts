/** Shapes of what comes from outside a service, such as events and files; valibot, for everybody in one version. */
export * as v from 'valibot';
