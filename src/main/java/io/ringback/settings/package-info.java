/**
 * Settings as code: everything the pages of administrators set, read and written as one YAML file. Uses platform;
 * begin at {@code Settings}.
 */
@NullMarked
package io.ringback.settings;

import org.jspecify.annotations.NullMarked;
