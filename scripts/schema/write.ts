import { composeSchema } from './compose.ts';
import { printSubgraphs } from './print-subgraphs.ts';

const schema = new URL('../../schema/', import.meta.url);
printSubgraphs(schema);
composeSchema(schema);
