/** Loaded before the server: it stops when the process that started it is gone. */
if (process.channel) {
  process.channel.unref()
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
}
