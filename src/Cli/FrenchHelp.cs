using System.CommandLine;
using System.CommandLine.Invocation;

namespace Beffroi.Cli;

/// <summary>The help of any command, wholly in French: the library's own translation stops halfway.</summary>
sealed class FrenchHelp : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var command = parseResult.CommandResult.Command;
        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine(command.Description);
        output.WriteLine();
        output.WriteLine($"Utilisation : {Usage(command)}");
        Section(output, "Arguments", command.Arguments.Select(a => ($"<{a.Name}>", a.Description)));
        Section(output, "Options", Options(command).Select(o => (Label(o), (string?)(o.Description + Default(o)))));
        Section(output, "Commandes", command.Subcommands.Select(c => (c.Name, (string?)c.Description)));
        return ExitCodes.Done;
    }

    static string Usage(Command command) => string.Join(' ',
    [
        .. Path(command),
        .. command.Arguments.Select(a => $"<{a.Name}>"),
        .. command.Subcommands.Count > 0 ? ["<commande>"] : Array.Empty<string>(),
        "[options]",
    ]);

    static IEnumerable<string> Path(Command command) =>
        command.Parents.OfType<Command>().FirstOrDefault() is { } parent ? [.. Path(parent), command.Name] : ["beffroi"];

    // Help and version are the root's; help works everywhere.
    static IEnumerable<Option> Options(Command command) =>
        command is RootCommand ? command.Options : [.. command.Options, new Option<bool>("--help", "-h") { Description = CommandLine.HelpDescription }];

    static string Label(Option option) =>
        string.Join(", ", option.Aliases.Where(a => a.StartsWith('-')).Order(StringComparer.Ordinal).Prepend(option.Name)) + (option.HelpName is null ? "" : $" <{option.HelpName}>");

    static string Default(Option option) =>
        option.HasDefaultValue && option.GetDefaultValue() is { } value and not false ? string.Create(Kit.French.Culture, $" Par défaut : {value}.") : "";

    static void Section(TextWriter output, string title, IEnumerable<(string Label, string? Text)> rows)
    {
        var lines = rows.ToList();
        if (lines.Count == 0)
        {
            return;
        }

        var width = lines.Max(l => l.Label.Length) + 2;
        output.WriteLine();
        output.WriteLine($"{title} :");
        foreach (var (label, text) in lines)
        {
            output.WriteLine($"  {label.PadRight(width)}{text}");
        }
    }
}
