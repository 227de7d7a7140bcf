package org.livercds.service;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** What the interfaces of the configuration say of their settings, in the order in which they stand there. */
final class SettingSources {

    private static final Path FOLDER = Path.of("src/main/java/org/livercds");
    private static final List<String> FILES = List.of(
            "service/LiverCdsConfig.java",
            "service/FeedbackConfig.java",
            "service/AuditConfig.java",
            "service/AppConfig.java",
            "service/SmartConfig.java",
            "audit/AuditTrail.java",
            "hooks/Language.java");
    private static final Pattern LAST_NAME = Pattern.compile("(\\w+)>*$");

    private final Map<String, ClassTree> types = new HashMap<>();
    private final Map<Tree, String> docs = new HashMap<>();
    private final Map<String, String> settings = new LinkedHashMap<>();
    private final Map<String, String> groups = new LinkedHashMap<>();

    private SettingSources() {}

    static SettingSources read() throws IOException {
        SettingSources sources = new SettingSources();
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null,
                    files,
                    null,
                    List.of("-proc:none"),
                    null,
                    files.getJavaFileObjectsFromPaths(
                            FILES.stream().map(FOLDER::resolve).toList()));
            DocTrees trees = DocTrees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                for (Tree type : unit.getTypeDecls()) {
                    sources.add("", (ClassTree) type, TreePath.getPath(unit, type), trees);
                }
            }
        }
        sources.walk("livercds", sources.types.get("LiverCdsConfig"), "LiverCdsConfig");
        return sources;
    }

    /** What each setting is, by its name. */
    Map<String, String> settings() {
        return settings;
    }

    /** What the settings that begin so are about. */
    Map<String, String> groups() {
        return groups;
    }

    /** What is said of a constant of an enum, if anything is. */
    Optional<String> constant(Class<?> type, String name) {
        String owner =
                type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
        return types.get(owner).getMembers().stream()
                .filter(VariableTree.class::isInstance)
                .filter(member -> ((VariableTree) member).getName().contentEquals(name))
                .map(docs::get)
                .filter(doc -> !doc.isEmpty())
                .findFirst();
    }

    private void add(String owner, ClassTree type, TreePath path, DocTrees trees) {
        String name = owner + type.getSimpleName();
        types.put(name, type);
        docs.put(type, plain(trees.getDocComment(path)));
        for (Tree member : type.getMembers()) {
            TreePath place = new TreePath(path, member);
            if (member instanceof ClassTree nested) {
                add(name + ".", nested, place, trees);
            } else {
                docs.put(member, plain(trees.getDocComment(place)));
            }
        }
    }

    private void walk(String prefix, ClassTree type, String owner) {
        List<Runnable> below = new ArrayList<>();
        for (Tree member : type.getMembers()) {
            if (member instanceof MethodTree method) {
                String name = prefix + "." + kebab(method.getName().toString());
                String returned = method.getReturnType().toString();
                Optional<String> group = group(returned, owner);
                if (group.isEmpty()) {
                    settings.put(name, docs.get(method));
                } else {
                    String inside = name + (returned.startsWith("Map<") ? ".*" : "");
                    String said = docs.get(method).isEmpty() ? docs.get(types.get(group.get())) : docs.get(method);
                    below.add(() -> {
                        groups.put(inside, said);
                        walk(inside, types.get(group.get()), group.get());
                    });
                }
            }
        }
        below.forEach(Runnable::run);
    }

    private Optional<String> group(String returned, String owner) {
        Matcher last = LAST_NAME.matcher(returned);
        return Stream.of(last)
                .filter(Matcher::find)
                .flatMap(name -> Stream.of(owner + "." + name.group(1), name.group(1)))
                .filter(types::containsKey)
                .filter(name -> types.get(name).getKind() == Tree.Kind.INTERFACE)
                .findFirst();
    }

    private static String kebab(String method) {
        return method.replaceAll("([A-Z])", "-$1").toLowerCase();
    }

    /** As Markdown. */
    private static String plain(String comment) {
        return comment == null
                ? ""
                : comment.replaceAll("\\s+", " ")
                        .replaceAll("\\{@(code|link) ([^}]*)}", "`$2`")
                        .replace("|", "\\|")
                        .strip();
    }
}
