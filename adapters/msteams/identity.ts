import type { Identity } from '../../src/contract/identity.ts'

/** A GUID, and what Microsoft's playground has in its place: its own ids end in a digit more. */
const guid = /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|0{8}(?:-0{4}){3}-0[0-9]{12})$/

/** The `platform` of its addresses, as it is stored; the folder says msteams, since teams are inspection teams as well. */
export const platform = 'teams'

/** Teams' ids: Microsoft Entra's GUIDs, of a tenant and of a person (the object id), in lower case as Teams sends them. */
export const identity: Identity = {
  canonical: (id) => id.toLowerCase(),
  wrongTenant: (id) => (isGuid(id) ? undefined : 'is no tenant id: Microsoft Entra shows it as 8-4-4-4-12 hex digits'),
  wrongUser: (id) =>
    isGuid(id)
      ? undefined
      : 'is no Microsoft Entra object id: those are 8-4-4-4-12 hex digits, as in the user’s profile',
}

const isGuid = (id: string): boolean => guid.test(id.toLowerCase())
