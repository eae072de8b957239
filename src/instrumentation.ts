/** Next calls this once when the server starts; the build imports the module without calling it. */
export async function register(): Promise<void> {
  // Next replaces it when it builds for each runtime.
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { startBackground } = await import('@/background')
  startBackground()
}
