package io.ringback.desk;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The texts that the scripts of the pages show, in the language of the page; {@code {0}} stands for a value. */
@Component
class ScriptTexts {

    private static final String PREFIX = "js.";

    private final MessageSource messages;

    ScriptTexts(MessageSource messages) {
        this.messages = messages;
    }

    /** By key without the prefix. */
    Map<String, String> in(Locale locale) {
        var texts = new TreeMap<String, String>();
        for (var key : ResourceBundle.getBundle("messages", Locale.ROOT).keySet()) {
            if (key.startsWith(PREFIX)) {
                texts.put(key.substring(PREFIX.length()), messages.getMessage(key, null, locale));
            }
        }
        return texts;
    }
}
