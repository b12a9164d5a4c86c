package io.ringback.process;

/** Models have been deployed while the server runs: what is known of older ones is to be forgotten. */
record ModelsReloaded() {}
