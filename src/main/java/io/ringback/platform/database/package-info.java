/**
 * PostgreSQL, embedded or somebody's own: transactions, its clock, news between nodes, sealed secrets. Uses
 * platform.problem and platform.run; begin at {@code Transactions}.
 */
@NullMarked
package io.ringback.platform.database;

import org.jspecify.annotations.NullMarked;
