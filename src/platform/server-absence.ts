/** Host and port of every server in a connection string, without user and password. */
const hostsOf = (url: string): string => /^mongodb(?:\+srv)?:\/\/(?:[^@/]*@)?([^/?]+)/.exec(url)?.[1] ?? ''

/** No server of the replica set in the connection string answers. */
export class OtherReplicaSetError extends Error {
  override readonly name = 'OtherReplicaSetError'
}

/**
 * Explains why a server can't be reached and what to do, for the operator who set DATABASE_URL.
 * @param reason the driver's reason; null when there was no answer at all
 */
export function absenceSentence(url: string, reason: Error | null): string {
  const hosts = hostsOf(url)
  const { name, message } = reason ?? { name: '', message: '' }
  if (hosts === '' || name === 'MongoParseError' || /^Unable to parse/.test(message)) {
    return 'DATABASE_URL can’t be read. It looks like mongodb://HOST:27017/NAME?replicaSet=SET, with USER:PASSWORD@ before the host where the server wants them.'
  }
  if (name === 'OtherReplicaSetError') {
    return `The MongoDB server at ${hosts} is not of the replica set that DATABASE_URL names with replicaSet=. rs.conf()._id in mongosh says what its set is called.`
  }
  if (/ECONNREFUSED/.test(message)) {
    return `Nobody listens at ${hosts}, which DATABASE_URL names. Start MongoDB there, or correct DATABASE_URL.`
  }
  if (/ENOTFOUND|EAI_AGAIN|querySrv/.test(message)) {
    return `No machine is found under ${hosts}, which DATABASE_URL names. Correct DATABASE_URL, or see to the name service.`
  }
  if (/authentication|not authorized/i.test(message)) {
    return `The MongoDB server at ${hosts} refuses the user or the password in DATABASE_URL. Correct them.`
  }
  if (/\b(TLS|SSL|certificate)\b/i.test(message)) {
    return `The MongoDB server at ${hosts} and DATABASE_URL don’t agree on TLS (${message}). Add or remove tls=true, or see to the certificate.`
  }
  return `The MongoDB server at ${hosts}, which DATABASE_URL names, does not answer. See whether it runs and whether a firewall stands before it.`
}
