/**
 * The page on which people do what processes have for them beside the calls. Uses account, form, number, office, platform
 * and task; begin at {@code TaskPageController}.
 */
@NullMarked
package io.ringback.office.tasks;

import org.jspecify.annotations.NullMarked;
