/**
 * How one platform writes the ids of people and of the workspaces or tenants they belong to. A description alone: nobody
 * is asked, so that the command line knows it without starting the adapter.
 */
export type Identity = {
  /** The id as the platform itself writes it: compared and stored so. */
  canonical(id: string): string
  /** What is wrong with the id of a tenant or of a person, to be read after the id; undefined where nothing is. */
  wrongTenant(id: string): string | undefined
  wrongUser(id: string): string | undefined
}

/** By the name of the platform. */
export type Identities = ReadonlyMap<string, Identity>
