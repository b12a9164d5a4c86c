package io.ringback.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ringback.design.DraftContents;
import io.ringback.design.KindOfModel;
import io.ringback.platform.problem.InvalidField;
import io.ringback.process.check.Deployable;
import io.ringback.process.check.ModelIds;
import io.ringback.process.check.ModelKind;
import io.ringback.process.check.xml.SafeXml;
import io.ringback.process.check.xml.UnreadableXmlException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads drafts by the means of the check, and within its limits. */
@Component
class DraftReading implements DraftContents {

    private static final Pattern FILE = Pattern.compile("[^/\\\\]{1,200}");
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public @Nullable String key(String file, String content) {
        var kind = ModelKind.of(file)
                .filter(found -> FILE.matcher(file).matches())
                .orElseThrow(() -> new InvalidField(
                        "file", "must be the name of a file that ends with .bpmn, .dmn or .form, without folders"));
        var bytes = content.getBytes(UTF_8);
        if (bytes.length > (kind == ModelKind.FORM ? Deployable.MAX_FORM_BYTES : Deployable.MAX_XML_BYTES)) {
            throw new InvalidField(
                    "content", kind == ModelKind.FORM ? "must be at most 256 KiB" : "must be at most 1 MiB");
        }
        if (content.indexOf('\0') >= 0) {
            throw new InvalidField("content", "must hold no zero character");
        }
        if (kind == ModelKind.FORM) {
            expectForm(content);
        } else {
            expectXml(bytes);
        }
        return firstKey(file, bytes);
    }

    @Override
    public KindOfModel kind(String file) {
        return KindOfModel.valueOf(ModelKind.of(file).orElseThrow().name());
    }

    private static void expectXml(byte[] content) {
        try {
            SafeXml.parse(content);
        } catch (UnreadableXmlException e) {
            throw new InvalidField("content", "must be well-formed XML without a DOCTYPE");
        }
    }

    private static void expectForm(String content) {
        try {
            var form = JSON.readTree(content);
            if (form == null || !form.isObject()) {
                throw new InvalidField("content", "must be a JSON object");
            }
        } catch (JsonProcessingException e) {
            throw new InvalidField("content", "must be well-formed JSON");
        }
    }

    /** The first one, in a file that holds several. */
    private static @Nullable String firstKey(String file, byte[] content) {
        return ModelIds.of(file, content).stream()
                .map(id -> id.substring(id.indexOf(' ') + 1))
                .filter(id -> id.length() <= 255)
                .findFirst()
                .orElse(null);
    }
}
