package org.livercds.cli;

import picocli.CommandLine.Command;

/** What is wrong with a client's token, and tokens to try. */
@Command(
        name = "jwt",
        description = "Says why a client's token is refused, or makes one to try.",
        subcommands = {JwtCheck.class, JwtMake.class},
        mixinStandardHelpOptions = true)
final class JwtCommands {}
