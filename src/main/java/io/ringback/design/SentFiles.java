package io.ringback.design;

import io.ringback.platform.input.Texts;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Files as they would be deployed, and what keeps them from even being looked at.
 *
 * @param files by the names they would be deployed under
 * @param basedOn the versions they were made from, where that was told, by the same names
 */
record SentFiles(Map<String, byte[]> files, Map<String, Integer> basedOn, List<ModelFinding> refused) {

    private static final Pattern ENCODING =
            Pattern.compile("\\A\\s*<\\?xml[^>]{0,200}encoding\\s*=\\s*[\"']([^\"'>]*)");

    static SentFiles of(List<ModelText> sent, ModelChecks checks) {
        var files = new TreeMap<String, byte[]>();
        var basedOn = new TreeMap<String, Integer>();
        var refused = new ArrayList<ModelFinding>();
        for (var text : sent) {
            var name = checks.nameOf(text.name().strip());
            look(name, text, refused);
            if (files.put(name, text.content().getBytes(StandardCharsets.UTF_8)) != null) {
                refuse(name, "is there twice: leave one of the files", refused);
            }
            if (text.basedOn() != null) {
                basedOn.put(name, text.basedOn());
            }
        }
        return new SentFiles(files, basedOn, refused);
    }

    private static void look(String name, ModelText text, List<ModelFinding> refused) {
        if (name.indexOf('/') >= 0 || name.indexOf('\\') >= 0 || name.startsWith(".")) {
            refuse(name, "the name must be that of a file, without folders: rename it", refused);
        }
        if (!Texts.isStorable(text.content())) {
            refuse(name, "holds characters that no file in UTF-8 can hold: export it again", refused);
        }
        var encoding = ENCODING.matcher(text.content());
        if (encoding.find() && !encoding.group(1).toLowerCase(Locale.ROOT).equals("utf-8")) {
            refuse(name, "says that it is not in UTF-8, in which texts travel: write encoding=\"UTF-8\"", refused);
        }
    }

    private static void refuse(String name, String message, List<ModelFinding> refused) {
        refused.add(new ModelFinding(ModelFinding.Severity.ERROR, name, name, "file", message));
    }
}
