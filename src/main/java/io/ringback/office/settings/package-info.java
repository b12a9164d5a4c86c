/**
 * The page that shows all settings as one file. Uses auditor, office, presence and settings; begin at {@code
 * SettingsPageController}.
 */
@NullMarked
package io.ringback.office.settings;

import org.jspecify.annotations.NullMarked;
