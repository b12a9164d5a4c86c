/**
 * What every feature stands on: the clock, the database, transactions, and how a refusal is told over HTTP. Depends on
 * no other package of Ringback.
 */
@NullMarked
package io.ringback.platform;

import org.jspecify.annotations.NullMarked;
