/**
 * Loaded before the server, and by whatever it forks: it stops when the process that started it is
 * gone. The channel keeps its reference, or a fork that waits for a message would end at once.
 */
if (process.channel) process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
