// @ts-check
// Preloaded into the web server: the channel to a parent that was killed closes by itself.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
