/** Who may sign in, with which roles, and which role each call of the API asks for. */
@NullMarked
package io.ringback.account;

import org.jspecify.annotations.NullMarked;
