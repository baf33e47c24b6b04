// @ts-check
// The environment, read and checked once. Plain JavaScript: the commands read it before anything is installed.

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|::1|\[::1\])$/i;
const HOST_NAME = /^(\[[0-9a-f:.]+\]|[a-z0-9]([a-z0-9._-]*[a-z0-9])?)(:\d{1,5})?$/i;

/**
 * @typedef {object} Env
 * @property {number} PORT
 * @property {string} HOST
 * @property {string | undefined} DATABASE_URL unset: the embedded PostgreSQL
 * @property {string} GOSIGHT_DATA_DIR
 * @property {boolean} GOSIGHT_SELF_REPORT
 * @property {string[]} GOSIGHT_ALLOWED_HOSTS lower case, each with or without a port
 * @property {boolean} GOSIGHT_INSECURE
 * @property {string} LOG_LEVEL
 */

/**
 * Reads every variable of the product. Throws one error that names each bad one and what was expected.
 * @param {Record<string, string | undefined>} variables
 * @returns {Env}
 */
export function readEnv(variables) {
  /** @type {string[]} */
  const problems = [];
  /** @param {string} name @param {string} expected */
  const refuse = (name, expected) => problems.push(`${name} is ${JSON.stringify(variables[name])}; expected ${expected}`);

  /** @param {string} name */
  const text = (name) => variables[name]?.trim() || undefined;
  /** @param {string} name */
  const flag = (name) => {
    const value = text(name) ?? '0';
    if (value !== '0' && value !== '1') refuse(name, '0 or 1');
    return value === '1';
  };

  const port = text('PORT') ?? '3000';
  if (!/^\d{1,5}$/.test(port) || Number(port) < 1 || Number(port) > 65_535) refuse('PORT', 'a number from 1 to 65535');

  const databaseUrl = text('DATABASE_URL');
  if (databaseUrl !== undefined && !isPostgresUrl(databaseUrl)) {
    // The value holds a password, so it is not repeated.
    problems.push('DATABASE_URL is no such address; expected postgres://user:password@host:port/database');
  }

  const allowedHosts = (text('GOSIGHT_ALLOWED_HOSTS') ?? '').toLowerCase().split(',').map((name) => name.trim()).filter(Boolean);
  if (!allowedHosts.every((name) => HOST_NAME.test(name))) refuse('GOSIGHT_ALLOWED_HOSTS', 'host names separated by commas, such as registry.example.com,10.0.0.5:8080');

  const logLevel = text('LOG_LEVEL') ?? 'info';
  if (!LOG_LEVELS.includes(logLevel)) refuse('LOG_LEVEL', `one of ${LOG_LEVELS.join(', ')}`);

  const insecure = flag('GOSIGHT_INSECURE');
  const host = text('HOST') ?? '127.0.0.1';
  if (!LOOPBACK.test(host) && !insecure) {
    refuse('HOST', 'localhost, 127.0.0.1 or ::1: nobody has to sign in yet, so whoever reaches the server may change everything. GOSIGHT_INSECURE=1 listens there all the same');
  }

  const env = {
    PORT: Number(port),
    HOST: host.replace(/^\[(.*)\]$/, '$1'),
    DATABASE_URL: databaseUrl,
    GOSIGHT_DATA_DIR: text('GOSIGHT_DATA_DIR') ?? '.data',
    GOSIGHT_SELF_REPORT: flag('GOSIGHT_SELF_REPORT'),
    GOSIGHT_ALLOWED_HOSTS: allowedHosts,
    GOSIGHT_INSECURE: insecure,
    LOG_LEVEL: logLevel,
  };
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return env;
}

/** @type {Env | undefined} */
let checked;

function checkedEnv() {
  return (checked ??= readEnv(process.env));
}

/** The server's environment, checked on first use. The commands that start the server have set DATABASE_URL. */
export const env = {
  get PORT() {
    return checkedEnv().PORT;
  },
  get HOST() {
    return checkedEnv().HOST;
  },
  /** @returns {string} */
  get DATABASE_URL() {
    const url = checkedEnv().DATABASE_URL;
    if (url === undefined) throw new Error('DATABASE_URL is not set. npm start, npm run dev and npm run demo set it for the embedded PostgreSQL');
    return url;
  },
  get GOSIGHT_DATA_DIR() {
    return checkedEnv().GOSIGHT_DATA_DIR;
  },
  get GOSIGHT_SELF_REPORT() {
    return checkedEnv().GOSIGHT_SELF_REPORT;
  },
  get GOSIGHT_ALLOWED_HOSTS() {
    return checkedEnv().GOSIGHT_ALLOWED_HOSTS;
  },
  get GOSIGHT_INSECURE() {
    return checkedEnv().GOSIGHT_INSECURE;
  },
  get LOG_LEVEL() {
    return checkedEnv().LOG_LEVEL;
  },
};

/** @param {string} text */
function isPostgresUrl(text) {
  try {
    return ['postgres:', 'postgresql:'].includes(new URL(text).protocol);
  } catch {
    return false;
  }
}
