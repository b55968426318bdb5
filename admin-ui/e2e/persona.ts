import { existsSync } from 'node:fs';
import chromium from '@sparticuz/chromium';
import { type Browser, type Cookie, type Page, chromium as playwright } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';

/** The demonstration's accounts, by mailbox. */
export type Persona =
  | 'clerk'
  | 'mediator2'
  | 'mediator'
  | 'handler'
  | 'handler2'
  | 'head'
  | 'leader'
  | 'reporter'
  | 'auditor'
  | 'lawyer'
  | 'rota'
  | 'system'
  | 'security'
  | 'stations';

export interface Look {
  readonly theme?: 'light' | 'dark';
  readonly locale?: 'zh-CN' | 'en';
  readonly width?: number;
}

const PASSWORD = 'demo-1234-demo';
const SYSTEM_CHROMIUM = '/usr/bin/chromium';
/** Of the packaged browser's own: one process dies with its first context, and the page's defences must be real ones. */
const UNWANTED = new Set([
  '--single-process',
  '--no-zygote',
  '--disable-web-security',
  '--disable-site-isolation-trials',
]);
/** How long a story waits for what should be on the page. Milliseconds. */
const PATIENCE_MS = 15_000;

/**
 * One browser for the stories of a file. `visit` opens a clean one for a persona, signed in; what the page logs as an
 * error fails the story, since nobody would see it otherwise.
 */
export function useBrowser() {
  let browser: Browser;
  const faults: string[] = [];
  const open: Page[] = [];
  const signedIn = new Map<Persona, Cookie[]>();

  beforeAll(async () => {
    const hasSystem = existsSync(SYSTEM_CHROMIUM);
    browser = await playwright.launch({
      executablePath: hasSystem ? SYSTEM_CHROMIUM : await chromium.executablePath(),
      args: [...(hasSystem ? [] : chromium.args.filter((arg) => !UNWANTED.has(arg))), '--no-sandbox'],
      headless: true,
    });
  });
  afterEach(async () => {
    await Promise.all(open.splice(0).map((page) => page.context().close()));
    expect(faults.splice(0), 'errors of the page').toEqual([]);
  });
  afterAll(() => browser?.close());

  async function stranger({ theme = 'light', locale = 'zh-CN', width = 1440 }: Look = {}): Promise<Page> {
    const context = await browser.newContext({
      baseURL: inject('origin'),
      viewport: { width, height: 900 },
      locale,
      timezoneId: 'America/New_York', // No day may depend on where the browser stands.
      reducedMotion: 'reduce',
      storageState: { cookies: [], origins: [{ origin: inject('origin'), localStorage: preferences(theme, locale) }] },
    });
    context.setDefaultTimeout(PATIENCE_MS);
    const page = await context.newPage();
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' && !isExpected(message.text())) faults.push(message.text());
    });
    open.push(page);
    return page;
  }

  /** With the session an earlier story of the file left, as long as nobody has ended it. */
  async function enter(page: Page, persona: Persona): Promise<void> {
    const context = page.context();
    await context.addCookies(signedIn.get(persona) ?? []);
    if (signedIn.has(persona) && (await page.request.get('/auth/profile')).ok()) return;
    const response = await page.request.post('/auth/sign-in/email', {
      headers: { 'x-everyletter': '1', origin: inject('origin') },
      data: { email: `${persona}@demo.example`, password: PASSWORD },
    });
    expect(response.status(), `${persona} signs in`).toBe(200);
    signedIn.set(persona, await context.cookies());
  }

  async function visit(persona: Persona, path: string, look?: Look): Promise<Page> {
    const page = await stranger(look);
    await enter(page, persona);
    await page.goto(path);
    return page;
  }

  return { stranger, visit };
}

function preferences(theme: string, locale: string) {
  return [{ name: 'everyletter.preferences', value: JSON.stringify({ theme, locale }) }];
}

/** The browser reports every refused request; what the page says about it is what a story asserts. */
function isExpected(text: string): boolean {
  return /Failed to load resource: (?:the server responded with a status of 4\d\d|net::ERR_FAILED)/.test(text);
}
