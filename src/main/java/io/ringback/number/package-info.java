/**
 * Telephone numbers: reads them as people, switchboards and spreadsheets write them, and refuses what is nobody's.
 * Uses platform; begin at {@code PhoneNumbers}.
 */
@NullMarked
package io.ringback.number;

import org.jspecify.annotations.NullMarked;
