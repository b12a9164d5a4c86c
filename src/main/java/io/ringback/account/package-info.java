/**
 * People and programs that may sign in, with their roles, passwords and rights. Uses audit, platform and settings;
 * begin at {@code AccountAdministration}.
 */
@NullMarked
package io.ringback.account;

import org.jspecify.annotations.NullMarked;
