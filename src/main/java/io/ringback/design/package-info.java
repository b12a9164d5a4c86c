/**
 * What designers see and work on: deployed processes, decisions and forms, and their drafts. Uses platform; begin at {@code Drafts}.
 */
@NullMarked
package io.ringback.design;

import org.jspecify.annotations.NullMarked;
