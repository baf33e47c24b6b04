/** Who does something: a person at the page or the API, a source of telemetry, or the system itself. */
export interface Actor {
  type: 'person' | 'source' | 'system';
  name: string;
}

/** Until people can sign in there is one person. */
export const LOCAL_PERSON: Actor = { type: 'person', name: 'local' };
