/**
 * Brings open cases to another version of their process: which of them can move and why others cannot, and the run that
 * moves them one by one. Uses audit, callback, platform and reception; begin at {@code Migrations}.
 */
@NullMarked
package io.ringback.design.migration;

import org.jspecify.annotations.NullMarked;
