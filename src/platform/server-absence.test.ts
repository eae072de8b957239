import { describe, expect, it } from 'vitest'
import { absenceSentence, OtherReplicaSetError } from '@/platform/server-absence'

const url = 'mongodb://site:secret@one:27017,two:27017/creative-mom?replicaSet=rs0'
const said = (message: string, name = 'Error') => Object.assign(new Error(message), { name })

describe('what is said of a MongoDB server that can’t be reached', () => {
  it.each<[reason: Error | null, sentence: RegExp]>([
    [said('connect ECONNREFUSED 127.0.0.1:27017'), /^Nobody listens at one:27017,two:27017/],
    [said('getaddrinfo ENOTFOUND one'), /^No machine is found under one:27017/],
    [said('querySrv ENOTFOUND _mongodb._tcp.one'), /name service/],
    [said('Authentication failed.', 'MongoServerError'), /refuses the user or the password/],
    [said('Server selection timed out after 10000 ms'), /does not answer.*firewall/],
    [null, /does not answer/],
    [new OtherReplicaSetError('none'), /not of the replica set.*rs\.conf/],
    [said('self-signed certificate'), /TLS/],
    [said('option x is not supported', 'MongoParseError'), /can’t be read.*mongodb:\/\/HOST/],
  ])('%o', (reason, sentence) => {
    const told = absenceSentence(url, reason)
    expect(told).toMatch(sentence)
    expect(told).not.toMatch(/secret|site:/)
  })

  it.each(['mongodb://', 'mongodb+srv://'])('%s', (address) => {
    expect(absenceSentence(address, null)).toContain('can’t be read')
  })
})
