package org.trivsel.architecture;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.jspecify.annotations.Nullable;

/** A model as it is drawn: boxes, lines and labels with their places on the page. */
record ModelDiagram(String name, BpmnModelInstance model) {

    record Box(double x, double y, double width, double height) {

        boolean overlaps(Box other) {
            return x < other.x + other.width
                    && other.x < x + width
                    && y < other.y + other.height
                    && other.y < y + height;
        }

        boolean contains(Box other) {
            return x < other.x
                    && y < other.y
                    && other.x + other.width < x + width
                    && other.y + other.height < y + height;
        }

        /** A line ends where it meets the shape, not before it and not inside. */
        boolean hasOnBorder(Point point) {
            boolean within = x <= point.x && point.x <= x + width && y <= point.y && point.y <= y + height;
            boolean inside = x < point.x && point.x < x + width && y < point.y && point.y < y + height;
            return within && !inside;
        }

        double centre() {
            return x + width / 2;
        }
    }

    record Point(double x, double y) {}

    record Shape(FlowNode node, Box box, @Nullable Box label) {

        boolean surrounds(BaseElement element) {
            for (var parent = element.getParentElement(); parent != null; parent = parent.getParentElement()) {
                if (parent.equals(node)) {
                    return true;
                }
            }
            return false;
        }

        boolean isHostOf(BaseElement element) {
            return element instanceof BoundaryEvent event
                    && event.getAttachedTo().equals(node);
        }

        String id() {
            return node.getId();
        }
    }

    record Line(SequenceFlow flow, Point start, Point end, List<Box> segments, @Nullable Box label) {

        boolean runsAskew() {
            return segments.stream().anyMatch(segment -> segment.width() > 0 && segment.height() > 0);
        }

        boolean isAttachedTo(Shape shape) {
            return flow.getSource().equals(shape.node()) || flow.getTarget().equals(shape.node());
        }

        boolean meets(Line other) {
            return flow.getSource().equals(other.flow.getSource())
                    || flow.getTarget().equals(other.flow.getTarget());
        }

        String id() {
            return flow.getId();
        }
    }

    record Label(String id, BaseElement of, Box box) {}

    static Stream<ModelDiagram> all() throws Exception {
        try (var files = Files.list(Path.of("bpmn"))) {
            return files
                    .filter(file -> file.toString().endsWith(".bpmn"))
                    .sorted()
                    .map(ModelDiagram::read)
                    .toList()
                    .stream();
        }
    }

    private static ModelDiagram read(Path file) {
        return new ModelDiagram(
                file.getFileName().toString().replace(".bpmn", ""), Bpmn.readModelFromFile(file.toFile()));
    }

    List<Shape> shapes() {
        return model.getModelElementsByType(BpmnShape.class).stream()
                .map(shape -> new Shape(
                        (FlowNode) shape.getBpmnElement(), box(shape.getBounds()), label(shape.getBpmnLabel())))
                .toList();
    }

    List<Line> lines() {
        return model.getModelElementsByType(BpmnEdge.class).stream()
                .map(edge -> line((SequenceFlow) edge.getBpmnElement(), edge))
                .toList();
    }

    List<Label> labels() {
        var labels = new ArrayList<Label>();
        shapes().stream()
                .filter(shape -> shape.label() != null)
                .forEach(shape -> labels.add(new Label(shape.id(), shape.node(), shape.label())));
        lines().stream()
                .filter(line -> line.label() != null)
                .forEach(line -> labels.add(new Label(line.id(), line.flow(), line.label())));
        return labels;
    }

    /** All that comes after a step; a boundary event and what follows it come after its host. */
    Set<FlowNode> after(FlowNode node) {
        var after = new HashSet<FlowNode>();
        collect(node, after);
        return after;
    }

    private void collect(FlowNode node, Set<FlowNode> after) {
        var next = new ArrayList<FlowNode>();
        node.getOutgoing().forEach(flow -> next.add(flow.getTarget()));
        model.getModelElementsByType(BoundaryEvent.class).stream()
                .filter(event -> event.getAttachedTo().equals(node))
                .forEach(next::add);
        next.stream().filter(after::add).forEach(step -> collect(step, after));
    }

    private static Line line(SequenceFlow flow, BpmnEdge edge) {
        var points = List.copyOf(edge.getWaypoints());
        var segments = new ArrayList<Box>();
        for (int i = 1; i < points.size(); i++) {
            Waypoint from = points.get(i - 1);
            Waypoint to = points.get(i);
            segments.add(new Box(
                    Math.min(from.getX(), to.getX()),
                    Math.min(from.getY(), to.getY()),
                    Math.abs(from.getX() - to.getX()),
                    Math.abs(from.getY() - to.getY())));
        }
        return new Line(
                flow, point(points.get(0)), point(points.get(points.size() - 1)), segments, label(edge.getBpmnLabel()));
    }

    private static Point point(Waypoint waypoint) {
        return new Point(waypoint.getX(), waypoint.getY());
    }

    private static @Nullable Box label(@Nullable BpmnLabel label) {
        return label == null || label.getBounds() == null ? null : box(label.getBounds());
    }

    private static Box box(Bounds bounds) {
        return new Box(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
    }

    Collection<FlowNode> nodes() {
        return model.getModelElementsByType(FlowNode.class);
    }

    @Override
    public String toString() {
        return name;
    }
}
