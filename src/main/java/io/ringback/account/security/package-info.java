/**
 * How somebody signs in to the pages and the API, and which role each address asks for. Uses account and platform;
 * begin at {@code EndpointRules}.
 */
@NullMarked
package io.ringback.account.security;

import org.jspecify.annotations.NullMarked;
