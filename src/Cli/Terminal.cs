namespace Beffroi.Cli;

/// <summary>All that a command knows of the outside: handed in, so that a test reads what a person would.</summary>
public sealed record Terminal
{
    public required Stream Input { get; init; }
    public required TextWriter Output { get; init; }
    /// <summary>The output as bytes of UTF-8, for what is much; null: all goes by <see cref="Output"/>.</summary>
    public Stream? OutputBytes { get; init; }

    public required TextWriter Error { get; init; }

    /// <summary>Whether a person watches the error stream: progress is then drawn in place.</summary>
    public bool ErrorIsScreen { get; init; }

    /// <summary>An environment variable; null when it is not set.</summary>
    public required Func<string, string?> Variable { get; init; }

    public required TimeProvider Clock { get; init; }

    public static Terminal OfThisProcess() => new()
    {
        Input = Console.OpenStandardInput(),
        Output = Console.Out,
        OutputBytes = Console.OpenStandardOutput(),
        Error = Console.Error,
        ErrorIsScreen = !Console.IsErrorRedirected,
        Variable = Environment.GetEnvironmentVariable,
        Clock = TimeProvider.System,
    };
}
