/**
 * Signing in through identity providers, and what Clerk tells of its users, against a real OpenID
 * Connect server over HTTP.
 */
package energy.liveone.provider;
