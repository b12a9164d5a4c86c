package io.ringback.office.board;

import java.time.Instant;
import java.util.List;

/**
 * What a supervisor sees at a glance.
 *
 * @param at when it was counted
 * @param lists all that are not archived, by name
 * @param agents all with access to a list, and whoever receives or holds a case besides, by name
 */
record Board(Instant at, List<BoardList> lists, List<BoardAgent> agents) {}
