/**
 * Signing in through an identity provider (OpenID Connect), if there is one. Uses account, account.security and
 * platform; begin at {@code OidcConfiguration}.
 */
@NullMarked
package io.ringback.account.oidc;

import org.jspecify.annotations.NullMarked;
