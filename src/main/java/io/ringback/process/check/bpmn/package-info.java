/**
 * What a process may be made of: elements, attributes and expressions that are known to be harmless. Uses
 * process.check.rule and process.check.xml; begin at {@code BpmnCheck}.
 */
@NullMarked
package io.ringback.process.check.bpmn;

import org.jspecify.annotations.NullMarked;
