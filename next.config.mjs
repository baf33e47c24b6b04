/** @type {import('next').NextConfig} */
export default {
  reactStrictMode: true,
  poweredByHeader: false,
  serverExternalPackages: ['pg', 'pino'],
  allowedDevOrigins: ['localhost', '127.0.0.1', '[::1]'],
};
