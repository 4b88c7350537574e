namespace Beffroi.Cli;

/// <summary>A command cannot do what it was asked: one sentence for the person, and the exit code.</summary>
public sealed class CommandFailedException : Exception
{
    public CommandFailedException(string message, int exitCode = ExitCodes.Failure, Exception? cause = null)
        : base(message, cause) => ExitCode = exitCode;

    public int ExitCode { get; }
}

public static class ExitCodes
{
    public const int Done = 0;
    public const int Failure = 1;

    /// <summary>What was asked makes no sense: arguments or input to correct.</summary>
    public const int BadUsage = 2;
}
