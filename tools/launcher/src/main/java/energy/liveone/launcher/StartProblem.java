package energy.liveone.launcher;

import java.nio.file.Path;

/**
 * Why LiveOne EE did not start or did not stay up: one clear sentence for a person and one exit
 * code for a script. Exit codes never change their meaning; 1 is left to unexpected failures and 3
 * to the shell's check of the JDK.
 */
public sealed interface StartProblem {

  int exitCode();

  String sentence();

  /** The command line or the environment is wrong. */
  record BadUsage(String sentence) implements StartProblem {
    @Override
    public int exitCode() {
      return 2;
    }
  }

  /** The sources have not been built, or only in part. */
  record NotBuilt(Path missing) implements StartProblem {
    @Override
    public int exitCode() {
      return 4;
    }

    @Override
    public String sentence() {
      return missing + " is missing: run ./liveone from the project's root, which builds it.";
    }
  }

  /** Somebody else listens on a port that was asked for. */
  record PortTaken(int port, String option) implements StartProblem {
    @Override
    public int exitCode() {
      return 10;
    }

    @Override
    public String sentence() {
      return "Port "
          + port
          + " is taken by another program: stop it or choose another with "
          + option
          + ".";
    }
  }

  /** Another instance works on the same directory. */
  record DirectoryInUse(Path directory) implements StartProblem {
    @Override
    public int exitCode() {
      return 11;
    }

    @Override
    public String sentence() {
      return directory
          + " is in use by another running instance: stop that one or choose another directory with --data.";
    }
  }

  /** The directory cannot be made or written. */
  record NotWritable(Path directory, String reason) implements StartProblem {
    @Override
    public int exitCode() {
      return 12;
    }

    @Override
    public String sentence() {
      return directory
          + " cannot be written ("
          + reason
          + "): choose another directory with --data.";
    }
  }

  /** The database does not answer, refuses the account, or did not start. */
  record DatabaseUnavailable(String sentence) implements StartProblem {
    @Override
    public int exitCode() {
      return 13;
    }
  }

  /** No MariaDB program runs on this platform. */
  record NoDatabaseProgram(String sentence) implements StartProblem {
    @Override
    public int exitCode() {
      return 14;
    }
  }

  /** The server started but the application did not become ready. */
  record ServerNotReady(String reason, Path log) implements StartProblem {
    @Override
    public int exitCode() {
      return 15;
    }

    @Override
    public String sentence() {
      return "The server did not start: " + reason + " (whole log: " + log + ").";
    }
  }

  /** A child process ended although nobody asked it to. */
  record ChildDied(String child, int status, Path log) implements StartProblem {
    @Override
    public int exitCode() {
      return 16;
    }

    @Override
    public String sentence() {
      return "The "
          + child
          + " ended unexpectedly (status "
          + status
          + ", log: "
          + log
          + "); everything was stopped.";
    }
  }

  /** An operation on the running server could not be carried out. */
  record AdminFailed(String sentence) implements StartProblem {
    @Override
    public int exitCode() {
      return 17;
    }
  }
}
