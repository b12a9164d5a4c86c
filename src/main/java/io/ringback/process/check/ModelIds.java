package io.ringback.process.check;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.ringback.process.check.xml.SafeXml;
import io.ringback.process.check.xml.UnreadableXmlException;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.w3c.dom.Element;

/** What a file defines, by the kind and the id the engine knows it by: two files must not define the same. */
public final class ModelIds {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ModelIds() {}

    /** Such as {@code process callbackCase}; empty when the file cannot be read, which the check tells of. */
    public static Set<String> of(String name, byte[] content) {
        var ids = new TreeSet<String>();
        try {
            if (name.endsWith(".form")) {
                var id = JSON.readTree(content).path("id").asText();
                if (!id.isEmpty()) {
                    ids.add("form " + id);
                }
            } else {
                collect(SafeXml.parse(content), ids);
            }
        } catch (UnreadableXmlException | IOException unreadable) {
            return Set.of();
        }
        return ids;
    }

    private static void collect(Element root, Set<String> ids) {
        SafeXml.children(root).stream()
                .filter(child -> Set.of("process", "decision").contains(child.getLocalName()))
                .filter(child -> !child.getAttribute("id").isEmpty())
                .forEach(child -> ids.add(child.getLocalName() + " " + child.getAttribute("id")));
    }
}
