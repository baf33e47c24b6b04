const isDevelopment = process.env.NODE_ENV === 'development';

/** Nothing from elsewhere is loaded, and no other page frames this one. Next writes its data into inline scripts. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  `script-src 'self' 'unsafe-inline'${isDevelopment ? " 'unsafe-eval'" : ''}`,
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

const SECURITY_HEADERS = [
  { key: 'Content-Security-Policy', value: CONTENT_SECURITY_POLICY },
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
];

/** @type {import('next').NextConfig} */
const config = {
  reactStrictMode: true,
  poweredByHeader: false,
  // Types are a matter of `npm run check`; checking them here would add to everybody's first start.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['pg', 'pino', '@opentelemetry/exporter-metrics-otlp-proto', '@opentelemetry/resources', '@opentelemetry/sdk-metrics', 'prom-client'],
  headers: async () => [
    { source: '/:path*', headers: SECURITY_HEADERS },
    // Browsers look for it anew at every change of the address: at every key of a search. Its own address changes with it.
    { source: '/icon.svg', headers: [{ key: 'Cache-Control', value: 'public, max-age=31536000, immutable' }] },
  ],
  allowedDevOrigins: ['localhost', '127.0.0.1', '[::1]'],
};

export default config;
