/** @type {import('next').NextConfig} */
export default {
  reactStrictMode: true,
  poweredByHeader: false,
  // Types are a matter of `npm run check`; checking them here would add to everybody's first start.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['pg', 'pino'],
  allowedDevOrigins: ['localhost', '127.0.0.1', '[::1]'],
};
