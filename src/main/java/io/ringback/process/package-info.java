/** The only importer of the process engine: its configuration, the delegates, the checked deployment of models. */
@NullMarked
package io.ringback.process;

import org.jspecify.annotations.NullMarked;
