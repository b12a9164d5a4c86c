/**
 * Says whether model files may be deployed, before the engine sees them. The packages below look at one kind of file
 * each. Uses form, process.check.bpmn, process.check.dmn, process.check.feel, process.check.flow, process.check.rule,
 * process.check.style, process.check.xml and process.contract; begin at {@code ProcessCheck}.
 */
@NullMarked
package io.ringback.process.check;

import org.jspecify.annotations.NullMarked;
