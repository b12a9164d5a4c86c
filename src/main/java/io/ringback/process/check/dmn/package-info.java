/**
 * What a decision may be made of, and whether it answers what the server asks. Uses process.check.feel,
 * process.check.rule, process.check.xml and process.contract; begin at {@code DmnCheck}.
 */
@NullMarked
package io.ringback.process.check.dmn;

import org.jspecify.annotations.NullMarked;
