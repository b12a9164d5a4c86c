/**
 * What a process does: each path through its drawing is walked, and the server must be able to go along. Uses
 * platform, process.check.bpmn, process.check.rule, process.check.xml and process.contract; begin at {@code FlowCheck}.
 */
@NullMarked
package io.ringback.process.check.flow;

import org.jspecify.annotations.NullMarked;
