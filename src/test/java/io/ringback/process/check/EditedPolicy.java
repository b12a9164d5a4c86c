package io.ringback.process.check;

import static io.ringback.process.check.EditedModel.retryPolicy;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Edits of the shipped retry policy. */
final class EditedPolicy {

    static final String BUSY = "rule_busy_retryAfter";

    private EditedPolicy() {}

    /** Each finding of the check as its element and its rule. */
    static List<String> found(EditedModel model) {
        return ShippedModels.processCheck().check(model.file(), model.bytes()).stream()
                .map(finding -> finding.elementId() + " " + finding.rule().code())
                .toList();
    }

    static EditedModel withHitPolicy(String hitPolicy) {
        return retryPolicy().set("table_retryPolicy", "hitPolicy", hitPolicy);
    }

    /** A case that was busy is offered again after this expression. */
    static EditedModel after(String expression) {
        return cell(BUSY, "\"PT5M\"", expression);
    }

    static EditedModel cell(String id, String was, String becomes) {
        return retryPolicy().with(cell(id, was), cell(id, becomes));
    }

    /** As it stands in the file. */
    static String cell(String id, String text) {
        var entry = id.endsWith("retryAfter") || id.endsWith("giveUp") ? "outputEntry" : "inputEntry";
        return "<%s id=\"%s\">\n          <text>%s</text>".formatted(entry, id, escaped(text));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    static EditedModel withoutRules(String... ids) {
        var model = retryPolicy();
        for (var id : ids) {
            model = model.withoutElement(id);
        }
        return model;
    }

    static EditedModel withoutGiveUp() {
        var model = retryPolicy().withoutElement("output_giveUp");
        for (var rule : List.of("lastAttempt", "busy", "noAnswer", "other", "anythingElse")) {
            model = model.withoutElement("rule_%s_giveUp".formatted(rule));
        }
        return model;
    }

    static EditedModel withoutLastAttempt() {
        var model = retryPolicy().withoutElement("input_lastAttempt").withoutElement("rule_lastAttempt");
        for (var rule : List.of("busy", "noAnswer", "other", "anythingElse")) {
            model = model.withoutElement("rule_%s_lastAttempt".formatted(rule));
        }
        return model;
    }

    static EditedModel literal() {
        return retryPolicy()
                .withAll(
                        "(?s)<decisionTable.*</decisionTable>",
                        "<literalExpression id='l'><text>\"PT5M\"</text></literalExpression>");
    }

    static EditedModel rules(int count) {
        var rules = IntStream.range(0, count)
                .mapToObj(i -> """
                        <rule id="r%1$d"><inputEntry id="a%1$d"><text>"BUSY"</text></inputEntry><inputEntry id="b%1$d"><text>%2$d</text></inputEntry>
                        <inputEntry id="c%1$d"><text>false</text></inputEntry><outputEntry id="d%1$d"><text>"PT5M"</text></outputEntry>
                        <outputEntry id="e%1$d"><text>false</text></outputEntry></rule>""".formatted(i, i * 3 + 1))
                .collect(Collectors.joining());
        return retryPolicy().with("<rule id=\"rule_lastAttempt\">", rules + "<rule id=\"rule_lastAttempt\">");
    }
}
