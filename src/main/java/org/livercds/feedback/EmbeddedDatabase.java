package org.livercds.feedback;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jboss.logging.Logger;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteOpenMode;

/** The database in a file of our own (SQLite): what is committed is on the disk. */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(EmbeddedDatabase.class);
    private static final String FILE = "feedback.sqlite";
    private static final int BUSY_MILLISECONDS = 5_000;
    private static final int CONNECTIONS = 8;

    private final DataSource source;
    private final AgroalDataSource pool;
    private final GroupCommit writer;
    private final Optional<Path> deletedAtEnd;

    private EmbeddedDatabase(Path directory, Optional<Path> deletedAtEnd) throws IOException, SQLException {
        this.source = file(directory);
        this.pool = pool(address(directory));
        this.writer = new GroupCommit(source, directory.resolve(FILE));
        this.deletedAtEnd = deletedAtEnd;
    }

    /**
     * Makes folder, file and tables where they are missing.
     *
     * @throws IOException where the folder cannot be written
     * @throws SQLException where the file is no database that can be used
     */
    public static EmbeddedDatabase open(Path directory) throws IOException, SQLException {
        return new EmbeddedDatabase(directory, Optional.empty());
    }

    /** In a new folder, which goes with it. */
    public static EmbeddedDatabase temporary() throws IOException, SQLException {
        Path directory = Files.createTempDirectory("livercds-feedback");
        return new EmbeddedDatabase(directory, Optional.of(directory));
    }

    private static DataSource file(Path directory) throws IOException, SQLException {
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(directory, ownerOnly(directory, "rwx------"));
        }
        Path file = directory.resolve(FILE);
        if (!Files.exists(file)) {
            Files.createFile(file, ownerOnly(directory, "rw-------"));
        }
        if (!Files.isWritable(directory) || !Files.isWritable(file)) {
            throw new AccessDeniedException(file.toString());
        }
        SQLiteDataSource source = new SQLiteDataSource(settings());
        source.setUrl(address(directory));
        makeTables(source);
        return source;
    }

    /** Whether there is one. */
    public static boolean isIn(Path directory) {
        return Files.exists(directory.resolve(FILE));
    }

    private static SQLiteConfig settings() {
        SQLiteConfig settings = new SQLiteConfig();
        settings.setJournalMode(JournalMode.WAL);
        settings.setSynchronous(SynchronousMode.FULL);
        settings.setBusyTimeout(BUSY_MILLISECONDS);
        settings.resetOpenMode(SQLiteOpenMode.CREATE);
        return settings;
    }

    private static String address(Path directory) {
        return "jdbc:sqlite:" + directory.resolve(FILE).toAbsolutePath();
    }

    private static AgroalDataSource pool(String address) throws SQLException {
        return AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(pool -> pool.maxSize(CONNECTIONS)
                        .acquisitionTimeout(Duration.ofMillis(BUSY_MILLISECONDS))
                        .maxLifetime(Duration.ofMinutes(1))
                        .connectionFactoryConfiguration(connections -> {
                            settings()
                                    .toProperties()
                                    .forEach((name, value) ->
                                            connections.jdbcProperty(name.toString(), value.toString()));
                            return connections
                                    .connectionProviderClass(JDBC.class)
                                    .jdbcUrl(address);
                        })));
    }

    private static void makeTables(DataSource source) throws SQLException {
        try {
            Flyway.configure(EmbeddedDatabase.class.getClassLoader())
                    .dataSource(source)
                    .locations("db/feedback")
                    .failOnMissingLocations(true)
                    .load()
                    .migrate();
        } catch (FlywayException failed) {
            String why = failed.getMessage().strip().lines().findFirst().orElse("");
            throw new SQLException("its tables cannot be made (" + why + ")", failed);
        }
    }

    /** Connections for reading; each is opened anew. */
    public DataSource source() {
        return source;
    }

    /** The same for many short reads: to open the file costs more than to ask it. Of a file that was replaced they read the old one for a minute. */
    public DataSource pool() {
        return pool;
    }

    /**
     * Copies what is committed by now, also while others read and write.
     *
     * @param file a new one
     * @throws IOException where it is there already, or cannot be made
     */
    public void copyTo(Path file) throws IOException, SQLException {
        Path copy = file.toAbsolutePath();
        Files.createFile(copy, ownerOnly(copy, "rw-------"));
        try (Connection connection = source.getConnection();
                PreparedStatement sql = connection.prepareStatement("VACUUM INTO ?")) {
            sql.setString(1, copy.toString());
            sql.execute();
        }
    }

    /** The only one that writes in this process. */
    public Transactions writer() {
        return writer;
    }

    /** Changes whenever others than the writer of this process wrote, as far as it has noticed. */
    long changesByOthers() {
        return writer.changes();
    }

    @Override
    public void close() {
        writer.close();
        pool.close();
        deletedAtEnd.ifPresent(EmbeddedDatabase::delete);
    }

    private static void delete(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(directory);
        } catch (IOException left) {
            LOG.warnf("The folder of the demonstration's feedback is left behind: %s", directory);
        }
    }

    /** Nobody else reads it, where the file system knows of owners. */
    private static FileAttribute<?>[] ownerOnly(Path directory, String permissions) {
        return directory.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
