/**
 * What the server and the models rely on in each other, however a model is redrawn: names, variables, messages, and
 * how the two play together. Uses callback; begin at {@code ProcessContract}.
 */
@NullMarked
package io.ringback.process.contract;

import org.jspecify.annotations.NullMarked;
