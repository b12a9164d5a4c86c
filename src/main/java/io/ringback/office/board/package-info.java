/**
 * The board, the big screen on the wall and the charts: what is going on, and what has happened. Uses account,
 * callback, form, list, office, platform, presence and reception; begin at {@code BoardPageController}.
 */
@NullMarked
package io.ringback.office.board;

import org.jspecify.annotations.NullMarked;
