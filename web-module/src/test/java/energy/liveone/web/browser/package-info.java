/**
 * The pages in a real Chromium against the running product.
 *
 * <p>The tests see what people see: they sign in on the page, look at its text and press its keys.
 */
package energy.liveone.web.browser;
