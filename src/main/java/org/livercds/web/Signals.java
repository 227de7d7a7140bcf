package org.livercds.web;

import java.lang.reflect.Proxy;
import org.jboss.logging.Logger;

/** What the operating system tells a process. */
final class Signals {

    private static final Logger LOG = Logger.getLogger(Signals.class);

    private Signals() {}

    /**
     * SIGTERM and SIGINT. By reflection, because the compiler warns of the class, which every JDK has in the module
     * jdk.unsupported; where it cannot be used, the process ends as Java programs do, at once.
     */
    static void whenTold(Runnable end) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object ending = Proxy.newProxyInstance(
                    handler.getClassLoader(), new Class<?>[] {handler}, (proxy, method, arguments) -> {
                        if (method.getName().equals("handle")) {
                            end.run();
                            return null;
                        }
                        return method.invoke(end, arguments);
                    });
            for (String name : new String[] {"TERM", "INT"}) {
                signal.getMethod("handle", signal, handler)
                        .invoke(null, signal.getConstructor(String.class).newInstance(name), ending);
            }
        } catch (ReflectiveOperationException | RuntimeException unusual) {
            LOG.warnf(
                    "SIGTERM ends this process without draining (%s)",
                    unusual.getClass().getSimpleName());
        }
    }
}
