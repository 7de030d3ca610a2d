/**
 * The whole product for tests: a real MariaDB, a real Payara Micro with the packaged archive, the
 * simulated vendors.
 *
 * <p>Tests talk to it from outside, over HTTP, SQL and a browser; nothing here knows the product's
 * classes.
 */
package energy.liveone.product;
