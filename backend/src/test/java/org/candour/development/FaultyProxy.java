package org.candour.development;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.bson.BsonDocument;
import org.bson.RawBsonDocument;

/**
 * Stands between a MongoDB client and its server, reads each request as it passes (MongoDB wire protocol, OP_MSG), and lets a
 * plan decide what becomes of it.
 */
public final class FaultyProxy implements AutoCloseable {
    private static final int OP_MSG = 2013;
    private static final int HEADER_BYTES = 16;
    private static final int BODY_AT = HEADER_BYTES + Integer.BYTES + 1; // after flags and the kind of the section
    private static final int MAX_MESSAGE_BYTES = 48_000_000;

    private final InetSocketAddress server;
    private final ServerSocket listener;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Queue<Request> seen = new ConcurrentLinkedQueue<>();
    private volatile Plan plan = request -> Fate.PASS;
    private volatile CountDownLatch planChanged = new CountDownLatch(1);

    /** What becomes of a request. */
    public enum Fate {
        /** It is sent on, and its answer comes back. */
        PASS,
        /** The connection breaks before the server has seen it. */
        CUT,
        /** The server does it, and the connection breaks before its answer comes back. */
        LOSE_ANSWER,
        /** The server does it, and its answer comes too late: when the plan changes. */
        HOLD_ANSWER,
        /** Nothing happens until the plan changes. */
        HOLD
    }

    /** Decides; asked once a request, by many threads. */
    @FunctionalInterface
    public interface Plan {
        Fate of(Request request);
    }

    /**
     * A request.
     *
     * @param command its name, such as {@code insert}; {@code hello} for the greeting of old
     * @param collection what it is about, or empty
     */
    public record Request(String command, String collection, BsonDocument body) {
        public boolean is(String command, String collection) {
            return this.command.equals(command) && this.collection.equals(collection);
        }
    }

    /** A proxy on a free port of the loopback interface. */
    public FaultyProxy(String host, int port) {
        server = new InetSocketAddress(host, port);
        try {
            listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start("accept", this::accept);
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** From now on, this plan. What is held goes where the plan says. */
    public void plan(Plan next) {
        plan = next;
        var before = planChanged;
        planChanged = new CountDownLatch(1);
        before.countDown();
    }

    /** Everything passes. */
    public void mend() {
        plan(request -> Fate.PASS);
    }

    /** The server cannot be reached: connections break, and new ones too. */
    public void cut() {
        plan(request -> Fate.CUT);
        open.forEach(FaultyProxy::close);
    }

    /** The requests so far, greetings left out. */
    public List<Request> seen() {
        return List.copyOf(seen);
    }

    @Override
    public void close() {
        close(listener);
        open.forEach(FaultyProxy::close);
        mend();
    }

    private void accept() {
        try {
            while (true) {
                var client = listener.accept();
                var upstream = new Socket();
                upstream.connect(server);
                open.add(client);
                open.add(upstream);
                new Connection(client, upstream).run();
            }
        } catch (IOException closed) {
            open.forEach(FaultyProxy::close);
        }
    }

    private static void start(String name, Runnable task) {
        var thread = new Thread(task, "faulty-proxy-" + name);
        thread.setDaemon(true);
        thread.start();
    }

    private static void close(Closeable closeable) {
        try {
            closeable.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One connection: a thread a direction. */
    private final class Connection {
        private final Socket client;
        private final Socket upstream;
        private final Set<Integer> answersToLose = ConcurrentHashMap.newKeySet();
        private final Map<Integer, CountDownLatch> answersToHold = new ConcurrentHashMap<>();

        Connection(Socket client, Socket upstream) {
            this.client = client;
            this.upstream = upstream;
        }

        void run() {
            start("requests", () -> pump(client, upstream, this::mayRequestPass));
            start("answers", () -> pump(upstream, client, this::mayAnswerPass));
        }

        private boolean mayRequestPass(byte[] message) throws InterruptedException {
            var request = request(message);
            if (!request.command().equals("hello")) {
                seen.add(request);
            }
            var changed = planChanged;
            var fate = plan.of(request);
            while (fate == Fate.HOLD) {
                changed.await();
                changed = planChanged;
                fate = plan.of(request);
            }
            if (fate == Fate.LOSE_ANSWER) {
                answersToLose.add(int32(message, Integer.BYTES));
            }
            if (fate == Fate.HOLD_ANSWER) {
                answersToHold.put(int32(message, Integer.BYTES), changed);
            }
            return fate != Fate.CUT;
        }

        private boolean mayAnswerPass(byte[] message) throws InterruptedException {
            int answered = int32(message, 2 * Integer.BYTES);
            var held = answersToHold.get(answered);
            if (held != null) {
                held.await();
            }
            return !answersToLose.contains(answered);
        }

        private void pump(Socket from, Socket to, Filter filter) {
            try (from;
                    to) {
                var in = new DataInputStream(from.getInputStream());
                while (true) {
                    var message = message(in);
                    if (!filter.lets(message)) {
                        return;
                    }
                    to.getOutputStream().write(message);
                    to.getOutputStream().flush();
                }
            } catch (EOFException | SocketException ended) {
                // one of the two has gone, and takes the other along
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                open.remove(from);
                open.remove(to);
            }
        }
    }

    private interface Filter {
        boolean lets(byte[] message) throws InterruptedException;
    }

    private static byte[] message(DataInputStream in) throws IOException {
        var length = Integer.reverseBytes(in.readInt());
        if (length < HEADER_BYTES || length > MAX_MESSAGE_BYTES) {
            throw new SocketException("No message of MongoDB is " + length + " bytes long");
        }
        var message = new byte[length];
        ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN).putInt(length);
        in.readFully(message, Integer.BYTES, length - Integer.BYTES);
        return message;
    }

    private static Request request(byte[] message) {
        if (int32(message, 3 * Integer.BYTES) != OP_MSG) {
            return new Request("hello", "", new BsonDocument());
        }
        var body = new RawBsonDocument(message, BODY_AT, int32(message, BODY_AT));
        var command = body.getFirstKey();
        var value = Objects.requireNonNull(body.get(command));
        var isGreeting = command.equalsIgnoreCase("hello") || command.equalsIgnoreCase("isMaster");
        return new Request(
                isGreeting ? "hello" : command,
                value.isString() ? value.asString().getValue() : "",
                body);
    }

    private static int int32(byte[] message, int at) {
        return ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN).getInt(at);
    }
}
