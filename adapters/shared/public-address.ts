import { lookup as systemLookup } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'

/** IPv4 without what IANA's registry of special-purpose addresses keeps from the public net, multicast and the rest. */
const special = new BlockList()
for (const [net, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  special.addSubnet(net, prefix, 'ipv4')

/** Of IPv6 only what is given out, without documentation and the ways to IPv4 that hide one of the above. */
const global = new BlockList()
global.addSubnet('2000::', 3, 'ipv6')
const hidden = new BlockList()
hidden.addSubnet('2001::', 23, 'ipv6')
hidden.addSubnet('2001:db8::', 32, 'ipv6')
hidden.addSubnet('2002::', 16, 'ipv6')

/** Whether an IP address belongs to the public net: neither this machine nor a network around it. */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 4) return !special.check(address, 'ipv4')
  return isIP(address) === 6 && global.check(address, 'ipv6') && !hidden.check(address, 'ipv6')
}

/**
 * Looks a host up for a connection, and refuses it where any of its addresses is not public. To be handed to the
 * connection itself: a name that is looked up twice may say something else the second time. Not asked about addresses.
 */
export const publicLookup: LookupFunction = (hostname, options, done) => {
  systemLookup(hostname, { ...options, all: true }, (error, addresses) => {
    const [first] = addresses ?? []
    if (error !== null) done(error, [])
    else if (first === undefined || !addresses.every(({ address }) => isPublicAddress(address)))
      done(Object.assign(new Error('the host is not on the public net'), { code: 'NOT_PUBLIC' }), [])
    else if (options.all === true) done(null, addresses)
    else done(null, first.address, first.family)
  })
}
