using Beffroi.Kit;

namespace Beffroi.Cli.Psychometrics;

/// <summary>What a person should know of a result, without it being wrong: a line on the error stream.</summary>
static class Note
{
    const int Most = 5;

    public static void Write(Terminal terminal, string text) => terminal.Error.WriteLine($"note : {text}");

    /// <summary>The first names, and how many others there are.</summary>
    public static string List(IReadOnlyCollection<string> names) =>
        string.Join(", ", names.Take(Most).Select(Tables.Quoted.Text)) + (names.Count > Most ? $" et {French.Count(names.Count - Most, "autre", "autres")}" : "");
}
