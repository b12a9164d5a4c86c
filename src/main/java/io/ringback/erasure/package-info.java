/**
 * What is forgotten of callers: when its time on the list is over, and when it is asked for by number; and what is kept of a
 * number, as a file. One description of the places says where, to all of them. Uses audit, auditor, callback, exchange,
 * intake, list, number and platform; begin at {@code JdbcPlaces}.
 */
@NullMarked
package io.ringback.erasure;

import org.jspecify.annotations.NullMarked;
