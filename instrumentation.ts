/** Next calls this once in each of its runtimes; ours is Node. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { startServer } = await import('./server/start-server');
  startServer();
}
