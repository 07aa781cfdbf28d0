import { expect, it } from 'vitest'
import { isOpenable, isPublicAddress } from './address.ts'

it.each(['93.184.215.14', '8.8.8.8', '2400:3200::1', '2606:4700::6810:1'])('%s is public', (address) => {
  expect(isPublicAddress(address)).toBe(true)
})

it.each([
  ['this machine', '127.0.0.1'],
  ['this machine, other end of the block', '127.255.255.254'],
  ['nowhere', '0.0.0.0'],
  ['private', '10.1.2.3'],
  ['private', '172.16.0.1'],
  ['private', '192.168.1.1'],
  ['link-local, where clouds keep keys', '169.254.169.254'],
  ['carrier NAT', '100.100.100.200'],
  ['reserved', '192.0.0.192'],
  ['a platform on a public range', '168.63.129.16'],
  ['broadcast', '255.255.255.255'],
  ['multicast', '224.0.0.1'],
  ['IPv6 this machine', '::1'],
  ['IPv6 nowhere', '::'],
  ['IPv6 link-local', 'fe80::1%eth0'],
  ['IPv6 unique local', 'fd00:ec2::254'],
  ['IPv4 mapped loopback', '::ffff:7f00:1'],
  ['IPv4 mapped public', '::ffff:8.8.8.8'],
  ['IPv4 compatible', '::127.0.0.1'],
  ['NAT64', '64:ff9b::7f00:1'],
  ['NAT64 of the local network', '64:ff9b:1::7f00:1'],
  ['6to4', '2002:7f00:1::'],
  ['Teredo', '2001:0:7f00:1::'],
  ['site-local of old', 'fec0::1'],
  ['IPv6 never given out', '4000::1'],
  ['no address', 'localhost'],
])('%s (%s) is not public', (_what, address) => {
  expect(isPublicAddress(address)).toBe(false)
})

it('a source may open loopback and private networks, never the link where clouds keep their keys', () => {
  expect(['127.0.0.1', '192.168.1.1', 'fd00::1'].map(isOpenable)).toEqual([true, true, true])
  expect(['169.254.169.254', '0.0.0.0', '::ffff:7f00:1', '224.0.0.1'].map(isOpenable)).toEqual([
    false,
    false,
    false,
    false,
  ])
})
