/**
 * What designers work on: their drafts of processes, decisions and forms. Uses platform; begin at {@code Drafts}.
 */
@NullMarked
package io.ringback.design;

import org.jspecify.annotations.NullMarked;
