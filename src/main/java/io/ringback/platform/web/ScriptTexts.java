package io.ringback.platform.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import org.springframework.boot.autoconfigure.context.MessageSourceProperties;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The texts that the scripts of the pages show, in the language of the page; {@code {0}} stands for a value. */
@Component
public class ScriptTexts {

    private static final String PREFIX = "js.";

    private final MessageSource messages;
    private final List<String> bundles;

    ScriptTexts(MessageSource messages, MessageSourceProperties properties) {
        this.messages = messages;
        this.bundles = properties.getBasename();
    }

    /** By key without the prefix. */
    public Map<String, String> in(Locale locale) {
        var texts = new TreeMap<String, String>();
        for (var bundle : bundles) {
            for (var key : ResourceBundle.getBundle(bundle.replace('/', '.'), Locale.ROOT)
                    .keySet()) {
                if (key.startsWith(PREFIX)) {
                    texts.put(key.substring(PREFIX.length()), messages.getMessage(key, null, locale));
                }
            }
        }
        return texts;
    }
}
