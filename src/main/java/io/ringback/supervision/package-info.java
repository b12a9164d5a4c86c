/** The pages of supervisors and administrators: boards, lists, callbacks, people. */
@NullMarked
package io.ringback.supervision;

import org.jspecify.annotations.NullMarked;
