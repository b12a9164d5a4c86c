package io.ringback.process;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.model.dmn.Dmn;
import org.operaton.bpm.model.dmn.instance.Decision;
import org.operaton.bpm.model.dmn.instance.DecisionTable;
import org.operaton.bpm.model.dmn.instance.DmnElement;
import org.operaton.bpm.model.dmn.instance.InputEntry;
import org.operaton.bpm.model.dmn.instance.OutputEntry;
import org.operaton.bpm.model.dmn.instance.Rule;
import org.operaton.bpm.model.dmn.instance.Text;

/** The table of a decision as it stands in its file: a row for each rule, under its hit policy, inputs and outputs. */
final class DecisionPicture {

    private static final double LEFT = 20;
    private static final double TOP = 20;
    private static final double TITLE = 30;
    private static final double PADDING = 6;
    private static final double NUMBER = 40;
    private static final double COLUMN = 140;
    private static final double NOTE = 240;
    private static final String GROUND = "fill=\"#eef1f5\" " + Svg.THIN;
    private static final String CELL = "fill=\"white\" " + Svg.THIN;

    private final String title;
    private final List<Double> widths = new ArrayList<>();
    private final List<List<Cell>> rows = new ArrayList<>();
    private final int inputs;
    private final int outputs;

    /** @param isHead whether it says what the column is, in the lettering of tasks */
    private record Cell(String text, boolean isHead) {

        Lettering lettering() {
            return isHead ? Lettering.TASK : Lettering.LABEL;
        }
    }

    DecisionPicture(Path file) {
        var decision = Dmn.readModelFromFile(file.toFile())
                .getModelElementsByType(Decision.class)
                .iterator()
                .next();
        var table = (DecisionTable) decision.getExpression();
        title = "%s (hit policy: %s)".formatted(decision.getName(), table.getHitPolicy());
        inputs = table.getInputs().size();
        outputs = table.getOutputs().size();
        widths.add(NUMBER);
        Stream.generate(() -> COLUMN).limit(inputs + outputs).forEach(widths::add);
        widths.add(NOTE);
        rows.add(heads(table));
        rows.add(names(table));
        var number = 1;
        for (var rule : table.getRules()) {
            rows.add(row(number++, rule));
        }
    }

    private static List<Cell> heads(DecisionTable table) {
        var cells = new ArrayList<Cell>();
        cells.add(new Cell(table.getHitPolicy().name().substring(0, 1), true));
        table.getInputs().forEach(input -> cells.add(new Cell(said(input.getLabel()), true)));
        table.getOutputs().forEach(output -> cells.add(new Cell(said(output.getLabel()), true)));
        cells.add(new Cell("Annotation", true));
        return cells;
    }

    private static List<Cell> names(DecisionTable table) {
        var cells = new ArrayList<Cell>();
        cells.add(new Cell("", false));
        table.getInputs().forEach(input -> {
            var asked = input.getInputExpression();
            cells.add(new Cell(kind(text(asked.getText()), asked.getTypeRef()), false));
        });
        table.getOutputs().forEach(output -> cells.add(new Cell(kind(output.getName(), output.getTypeRef()), false)));
        cells.add(new Cell("", false));
        return cells;
    }

    private static List<Cell> row(int number, Rule rule) {
        var cells = new ArrayList<Cell>();
        cells.add(new Cell(String.valueOf(number), false));
        rule.getInputEntries().stream()
                .map(InputEntry::getText)
                .forEach(test -> cells.add(new Cell(text(test), false)));
        rule.getOutputEntries().stream()
                .map(OutputEntry::getText)
                .forEach(value -> cells.add(new Cell(text(value), false)));
        cells.add(new Cell(description(rule), false));
        return cells;
    }

    private static String description(DmnElement element) {
        return element.getDescription() == null
                ? ""
                : element.getDescription().getTextContent().strip();
    }

    private static String kind(String name, @Nullable String typeRef) {
        return typeRef == null ? name : "%s: %s".formatted(name, typeRef);
    }

    private static String text(@Nullable Text text) {
        return text == null ? "" : text.getTextContent().strip();
    }

    private static String said(@Nullable String label) {
        return Objects.requireNonNullElse(label, "");
    }

    String svg() {
        var svg = new Svg();
        var whole = widths.stream().mapToDouble(Double::doubleValue).sum();
        svg.text(title, new Rectangle2D.Double(LEFT, TOP, whole, TITLE), Lettering.TASK);
        var groups = TOP + TITLE;
        group(svg, "When", groups, NUMBER, inputs * COLUMN);
        group(svg, "Then", groups, NUMBER + inputs * COLUMN, outputs * COLUMN);
        var y = groups + TITLE;
        for (var i = 0; i < rows.size(); i++) {
            y += draw(svg, rows.get(i), y, i < 2 ? GROUND : CELL);
        }
        var table = new Rectangle2D.Double(LEFT, groups, whole, y - groups);
        divide(svg, LEFT + NUMBER + inputs * COLUMN, groups, y);
        divide(svg, LEFT + whole - NOTE, groups, y);
        return svg.picture(title, table.createUnion(new Rectangle2D.Double(LEFT, TOP, whole, TITLE)));
    }

    private static void group(Svg svg, String name, double y, double from, double width) {
        var box = new Rectangle2D.Double(LEFT + from, y, width, TITLE);
        svg.rectangle(box, 0, GROUND);
        svg.text(name, box, Lettering.TASK);
    }

    private static void divide(Svg svg, double x, double from, double to) {
        svg.line(List.of(new Point2D.Double(x, from), new Point2D.Double(x, to)), Svg.THICK);
    }

    /** Returns how high the row has become. */
    private double draw(Svg svg, List<Cell> row, double y, String ground) {
        var height = 2 * PADDING;
        for (var i = 0; i < row.size(); i++) {
            height = Math.max(height, height(row.get(i), widths.get(i)));
        }
        var x = LEFT;
        for (var i = 0; i < row.size(); i++) {
            var box = new Rectangle2D.Double(x, y, widths.get(i), height);
            svg.rectangle(box, 0, ground);
            if (!row.get(i).text().isEmpty()) {
                svg.text(row.get(i).text(), inside(box), row.get(i).lettering());
            }
            x += widths.get(i);
        }
        return height;
    }

    private static double height(Cell cell, double width) {
        var lettering = cell.lettering();
        return lettering.lines(cell.text(), width - 2 * PADDING).size() * lettering.lineHeight() + 2 * PADDING;
    }

    private static Rectangle2D inside(Rectangle2D box) {
        return new Rectangle2D.Double(
                box.getX() + PADDING,
                box.getY() + PADDING,
                box.getWidth() - 2 * PADDING,
                box.getHeight() - 2 * PADDING);
    }
}
